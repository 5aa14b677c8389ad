package com.ceap.serving.http;

import com.ceap.model.error.CeapException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Problems as RFC 9457 wants them. */
final class Problems {
  private static final Map<String, String> LATER = Map.of("retry-after", "1");

  private Problems() {}

  static Reply reply(ProblemException problem, String requestId) {
    Reply reply =
        new Reply(
            problem.type().status(),
            Reply.PROBLEM,
            json(problem, requestId).bytes(),
            problem.headers());
    return reply.with("cache-control", "no-store");
  }

  /** What an error of the platform is to its caller; its category decides. */
  static ProblemException of(CeapException e) {
    return switch (e.category()) {
      case INVALID_INPUT -> new ProblemException(ProblemType.INVALID_REQUEST, e.getMessage());
      case TRANSIENT, DEPENDENCY_DOWN ->
          new ProblemException(ProblemType.UNAVAILABLE, "try again in a moment", LATER);
      case CONFIGURATION, DEFECT -> internal();
    };
  }

  static ProblemException internal() {
    return new ProblemException(
        ProblemType.INTERNAL, "report the request id; the error is recorded under it");
  }

  private static Json json(ProblemException problem, String requestId) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("type", problem.type().uri());
      json.writeStringField("title", problem.type().title());
      json.writeNumberField("status", problem.type().status());
      json.writeStringField("detail", problem.getMessage());
      json.writeStringField("requestId", requestId);
      if (!problem.faults().isEmpty()) {
        json.writeArrayFieldStart("errors");
        for (Fault fault : problem.faults()) {
          write(fault, json);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    };
  }

  private static void write(Fault fault, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("in", fault.in().name().toLowerCase(Locale.ROOT));
    json.writeStringField("name", fault.name());
    json.writeStringField("detail", fault.detail());
    json.writeEndObject();
  }
}
