package com.ceap.serving.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.ceap.runtime.aws.FunctionLog;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.http.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * Carries the requests of an HTTP API (payload 2.0) to the serving API. The HTTP API's authorizers
 * have verified JWTs and IAM signatures before. Thread-safe.
 */
public final class ServingHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final FunctionLog LOG = FunctionLog.of(ServingHandler.class);

  private final ServingApi api;

  /** As the environment says. */
  public ServingHandler() {
    this(new ServingPlace(ServingFunctionSettings.read(System.getenv())).api());
  }

  /** On an API of one's own. */
  public ServingHandler(ServingApi api) {
    this.api = api;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String id = Objects.requireNonNullElse(event.getRequestContext().getRequestId(), "");
    return LOG.during(context, id, () -> answer(event));
  }

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
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
