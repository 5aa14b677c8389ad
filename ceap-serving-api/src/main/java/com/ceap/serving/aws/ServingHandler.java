package com.ceap.serving.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.http.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Carries the requests of an HTTP API (payload 2.0) to the serving API. The HTTP API's authorizers
 * have verified JWTs and IAM signatures before. Thread-safe.
 */
public final class ServingHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ServingApi api;

  public ServingHandler(ServingApi api) {
    this.api = api;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    ApiResponse response = api.handle(Events.request(event));
    boolean binary = response.header("content-encoding").isPresent();
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(response.status())
        .withHeaders(response.headers())
        .withIsBase64Encoded(binary)
        .withBody(
            binary
                ? Base64.getEncoder().encodeToString(response.body())
                : new String(response.body(), StandardCharsets.UTF_8))
        .build();
  }
}
