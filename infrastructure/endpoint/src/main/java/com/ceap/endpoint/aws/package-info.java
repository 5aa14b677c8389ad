/**
 * For tests: an AWS-compatible endpoint that another process or a container gives, or a reason why
 * there is none.
 */
package com.ceap.endpoint.aws;
