package com.ceap.serving.api;

import com.ceap.serving.http.Access;
import com.ceap.serving.http.Call;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import java.util.List;
import java.util.Map;

/** What everybody may ask: whether the function answers, and what it can do. */
final class PublicRoutes {
  private final Reply document =
      new Reply(
          200, Reply.JSON, OpenApiDocument.bytes(), Map.of("cache-control", "public, max-age=300"));

  List<Route> routes() {
    return List.of(
        new Route("GET", "/health", Access.EVERYBODY, List.of(), List.of(), PublicRoutes::health),
        new Route("GET", "/openapi.json", Access.EVERYBODY, List.of(), List.of(), _ -> document));
  }

  private static Reply health(Call call) {
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("status", "ok");
          out.writeEndObject();
        });
  }
}
