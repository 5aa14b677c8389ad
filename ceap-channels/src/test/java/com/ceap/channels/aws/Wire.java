package com.ceap.channels.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Clients that call a stub server, and errors as AWS writes them. */
final class Wire {
  private Wire() {}

  static <B extends AwsClientBuilder<B, ?>> B at(String endpoint, B builder) {
    return builder
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
        .endpointOverride(URI.create(endpoint));
  }

  /** The REST and JSON protocols. */
  static ResponseDefinitionBuilder json(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("x-amzn-ErrorType", code)
        .withBody("{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
  }

  /** The Query protocol. */
  static ResponseDefinitionBuilder xml(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/xml")
        .withBody(
            """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
              <RequestId>1</RequestId>
            </ErrorResponse>
            """
                .formatted(code, message));
  }
}
