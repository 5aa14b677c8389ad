package com.ceap.lambdas.topology;

/**
 * A route of the serving API.
 *
 * @param path as the OpenAPI document writes it
 * @param access who is let through to the function
 */
public record ApiRoute(String method, String path, Access access) {
  /** How API Gateway lets callers through. */
  public enum Access {
    JWT,
    IAM,
    PUBLIC
  }
}
