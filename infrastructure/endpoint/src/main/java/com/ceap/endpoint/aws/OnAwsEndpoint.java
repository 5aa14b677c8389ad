package com.ceap.endpoint.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that runs against an AWS-compatible endpoint: the one at {@code
 * CEAP_AWS_ENDPOINT}, else LocalStack in a container of its own, else the class is skipped and says
 * how to run it. Its methods may take an {@link AwsEndpoint}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(EndpointExtension.class)
public @interface OnAwsEndpoint {}
