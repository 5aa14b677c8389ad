package com.ceap.local.functions;

/**
 * A call of a service of AWS.
 *
 * @param action what a role needs to be allowed for it, such as {@code dynamodb:PutItem}
 * @param resource what it is about: a table or a queue by its full name, an object by its key, a
 *     list of objects by what their keys begin with; blank where a service has but one
 */
public record AwsCall(String action, String resource) {}
