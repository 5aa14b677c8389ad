package com.ceap.endpoint.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Where something answers as AWS does, every service at one address. */
public record AwsEndpoint(URI uri) {
  /** The Region that all tests call. */
  public static final Region REGION = Region.US_EAST_1;

  /** Makes a client call this endpoint, and answers the builder it was given. */
  public <B extends AwsClientBuilder<B, ?>> B called(B builder) {
    return builder
        .endpointOverride(uri)
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }
}
