package com.ceap.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * What moto offers beside AWS's interfaces: a record of all it was told, and answers to be given
 * ("Moto server mode" in its documentation).
 */
public final class MotoApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AwsEndpoint endpoint;

  private MotoApi(AwsEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Skips the test where something else than moto answers. */
  public static MotoApi of(AwsEndpoint endpoint) {
    Assumptions.assumeTrue(
        answersAt(endpoint),
        () -> endpoint.uri() + " is not moto: what was sent cannot be looked up there");
    return new MotoApi(endpoint);
  }

  /** Whether an endpoint is moto's. */
  public static boolean answersAt(AwsEndpoint endpoint) {
    return new MotoApi(endpoint).call("GET", "/moto-api/", BodyPublishers.noBody()).statusCode()
        == 200;
  }

  /** Everything of one kind that it keeps, such as {@code ses} and {@code Message}. */
  public List<JsonNode> kept(String service, String kind) {
    String body = require(call("GET", "/moto-api/data.json", BodyPublishers.noBody()), 200);
    try {
      List<JsonNode> kept = new ArrayList<>();
      JSON.readTree(body).path(service).path(kind).forEach(kept::add);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException("moto's record is no JSON", e);
    }
  }

  /** What Athena answers to the next query whose results are asked for. */
  public void nextAthenaAnswer(String columnInfo) {
    String body =
        "{\"region\": \"%s\", \"results\": [{\"rows\": [], \"column_info\": %s}]}"
            .formatted(AwsEndpoint.REGION.id(), columnInfo);
    require(
        call("POST", "/moto-api/static/athena/query-results", BodyPublishers.ofString(body)), 201);
  }

  /**
   * Lets what changes its state by itself stay in each for one look; otherwise it is in its last
   * one at once ("State transitions" in moto's documentation).
   *
   * @param model such as {@code athena::execution}
   */
  public void takesTime(String model) {
    String body =
        "{\"model_name\": \"%s\", \"transition\": {\"progression\": \"manual\", \"times\": 1}}"
            .formatted(model);
    require(
        call("POST", "/moto-api/state-manager/set-transition", BodyPublishers.ofString(body)), 201);
  }

  private HttpResponse<String> call(String method, String path, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.uri().resolve(path)).method(method, body).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(endpoint.uri() + " did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + endpoint.uri(), e);
    }
  }

  private static String require(HttpResponse<String> response, int status) {
    if (response.statusCode() != status) {
      throw new IllegalStateException(
          "%s answered with %d: %s"
              .formatted(response.uri(), response.statusCode(), response.body()));
    }
    return response.body();
  }
}
