package com.ceap.serving.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.IAM;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.api.ServingPorts;
import com.ceap.serving.api.ServingSettings;
import com.ceap.serving.api.TestClock;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.Caller;
import com.ceap.serving.metrics.ServingCounters;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingHandlerTest {
  private final TestClock clock = new TestClock();
  private final Stores stores = Stores.on(new MemoryTables(clock), clock);
  private final ServingHandler handler =
      new ServingHandler(
          new ServingApi(
              ServingPorts.of(
                  stores,
                  _ -> Optional.empty(),
                  ExtensionRegistry.of(List.of()),
                  _ -> Optional.empty(),
                  new ServingCounters(),
                  clock),
              ServingSettings.of("a secret of thirty-two characters")));

  @Test
  void aCustomerOfAVerifiedTokenIsServed() {
    APIGatewayV2HTTPEvent event =
        event("GET", "/v1/customers/C#1 🛒/candidates", jwt(Map.of("sub", "C#1 🛒"), List.of()));
    event.setRawQueryString("limit=5&channel=in-app");
    APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).startsWith("{\"customerId\":\"C#1 🛒\"");
    assertThat(response.getIsBase64Encoded()).isFalse();
    assertThat(response.getHeaders())
        .containsEntry("content-type", "application/json")
        .containsKey("x-request-id");
  }

  @ParameterizedTest
  @CsvSource({
    "$default, /v1/customers/a%2Fb/candidates, /v1/customers/a%252Fb/candidates",
    "$default, /v1/customers/50% off?/candidates, /v1/customers/50%25%20off%3F/candidates",
    "prod, /prod/health, /health",
    "prod, /prod, ''",
    "prod, /production/x, /production/x",
    "$default, /u/a.b+c, /u/a.b%2Bc"
  })
  void theDecodedPathIsEncodedAgain(String stage, String raw, String path) {
    APIGatewayV2HTTPEvent event = event("GET", raw, null);
    event.getRequestContext().setStage(stage);
    assertThat(Events.request(event).path()).isEqualTo(path);
  }

  @Test
  void theCallerIsWhomTheAuthorizerVerified() {
    assertThat(caller(null)).isEqualTo(Caller.ANONYMOUS);
    assertThat(caller(new Authorizer())).isEqualTo(Caller.ANONYMOUS);
    assertThat(caller(jwt(Map.of("sub", "C1", "scope", "openid ceap:service"), null)))
        .isEqualTo(new Caller.Token("C1", Set.of("openid", "ceap:service")));
    assertThat(caller(jwt(Map.of("sub", "C1"), List.of("a"))))
        .isEqualTo(new Caller.Token("C1", Set.of("a")));
    assertThat(caller(jwt(Map.of(), null))).isEqualTo(Caller.ANONYMOUS);
    IAM iam = new IAM();
    iam.setUserArn("arn:aws:iam::1:role/x");
    Authorizer signed = new Authorizer();
    signed.setIam(iam);
    assertThat(caller(signed)).isEqualTo(new Caller.Service("arn:aws:iam::1:role/x"));
  }

  @Test
  void bodiesComeAndGoAsBytes() throws IOException {
    APIGatewayV2HTTPEvent event = event("GET", "/openapi.json", null);
    event.setHeaders(Map.of("accept-encoding", "gzip"));
    event.setBody(Base64.getEncoder().encodeToString("ü".getBytes(StandardCharsets.UTF_8)));
    event.setIsBase64Encoded(true);
    ApiRequest request = Events.request(event);
    assertThat(request.body()).isEqualTo("ü".getBytes(StandardCharsets.UTF_8));
    APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
    assertThat(response.getIsBase64Encoded()).isTrue();
    byte[] body = Base64.getDecoder().decode(response.getBody());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("{");
    }
  }

  @Test
  void anEventWithoutAnythingIsAnsweredToo() {
    APIGatewayV2HTTPEvent event = event("GET", null, null);
    event.setHeaders(null);
    APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
    assertThat(response.getStatusCode()).isEqualTo(404);
  }

  private static Caller caller(Authorizer authorizer) {
    return Events.request(event("GET", "/health", authorizer)).caller();
  }

  private static Authorizer jwt(Map<String, String> claims, List<String> scopes) {
    Authorizer authorizer = new Authorizer();
    authorizer.setJwt(JWT.builder().withClaims(claims).withScopes(scopes).build());
    return authorizer;
  }

  private static APIGatewayV2HTTPEvent event(String method, String path, Authorizer authorizer) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withHeaders(Map.of())
        .withRequestContext(
            RequestContext.builder()
                .withStage("$default")
                .withAuthorizer(authorizer)
                .withHttp(Http.builder().withMethod(method).build())
                .build())
        .build();
  }
}
