package com.ceap.client.example;

import com.ceap.client.ApiClient;
import com.ceap.client.ApiException;
import com.ceap.client.model.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Reads what went wrong with a call. */
public final class Failures {
  private static final int NO_ANSWER = 0;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;
  private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

  private Failures() {}

  /** Whether the same call may go well later; the others are mistakes in the request. */
  public static boolean mayPass(ApiException failure) {
    int status = failure.getCode();
    return status == NO_ANSWER || status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
  }

  /** The problem that the API answered; empty where no answer came, or somebody else's. */
  public static Optional<Problem> problem(ApiException failure) {
    boolean answered =
        Optional.ofNullable(failure.getResponseHeaders())
            .flatMap(headers -> headers.firstValue("content-type"))
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    if (!answered) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(failure.getResponseBody(), Problem.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem of the API that is no JSON", e);
    }
  }
}
