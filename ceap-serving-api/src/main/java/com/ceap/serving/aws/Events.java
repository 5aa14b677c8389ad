package com.ceap.serving.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the events of an HTTP API, payload 2.0. */
final class Events {
  private static final String DEFAULT_STAGE = "$default";

  private Events() {}

  static ApiRequest request(APIGatewayV2HTTPEvent event) {
    return new ApiRequest(
        event.getRequestContext().getHttp().getMethod(),
        path(event),
        Objects.requireNonNullElse(event.getRawQueryString(), ""),
        Objects.requireNonNullElse(event.getHeaders(), Map.of()),
        body(event),
        caller(event.getRequestContext()));
  }

  /**
   * HTTP APIs decode the path before they hand it over, so that {@code %23} comes as {@code #} and
   * {@code %25} as {@code %}; encoding it again gives back every id but those with a slash, whose
   * slashes can no longer be told from the path's.
   */
  private static String path(APIGatewayV2HTTPEvent event) {
    String path = Objects.requireNonNullElse(event.getRawPath(), "/");
    String stage = "/" + event.getRequestContext().getStage();
    boolean staged =
        !stage.equals("/" + DEFAULT_STAGE) && (path.equals(stage) || path.startsWith(stage + "/"));
    return Arrays.stream((staged ? path.substring(stage.length()) : path).split("/", -1))
        .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private static byte[] body(APIGatewayV2HTTPEvent event) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    return event.getIsBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  /** Whom the HTTP API's authorizer has verified. */
  private static Caller caller(RequestContext context) {
    Optional<Authorizer> authorizer = Optional.ofNullable(context.getAuthorizer());
    Optional<Caller> service =
        authorizer
            .map(Authorizer::getIam)
            .map(iam -> iam.getUserArn())
            .map(arn -> new Caller.Service(arn));
    return service
        .or(() -> authorizer.map(Authorizer::getJwt).map(Events::token))
        .orElse(Caller.ANONYMOUS);
  }

  private static Caller token(Authorizer.JWT jwt) {
    Map<String, String> claims = Objects.requireNonNullElse(jwt.getClaims(), Map.of());
    Set<String> scopes = new HashSet<>(Objects.requireNonNullElse(jwt.getScopes(), List.of()));
    String scope = claims.getOrDefault("scope", "");
    scopes.addAll(scope.isBlank() ? List.of() : List.of(scope.strip().split("\\s+")));
    String subject = claims.getOrDefault("sub", "");
    return subject.isEmpty() && scopes.isEmpty()
        ? Caller.ANONYMOUS
        : new Caller.Token(subject, scopes);
  }
}
