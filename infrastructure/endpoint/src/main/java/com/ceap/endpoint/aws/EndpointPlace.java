package com.ceap.endpoint.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where the endpoint is, if anywhere. Closing it stops what was started for it. */
sealed interface EndpointPlace extends AutoCloseable {
  /** The variable that names an endpoint's address. */
  String VARIABLE = "CEAP_AWS_ENDPOINT";

  /** Something that answers; {@code started} is stopped in the end. */
  record Found(AwsEndpoint endpoint, Runnable started) implements EndpointPlace {
    @Override
    public void close() {
      started.run();
    }
  }

  /** Nothing answers. */
  record Nowhere(String reason) implements EndpointPlace {
    @Override
    public void close() {}
  }

  @Override
  void close();

  /**
   * The address that the environment names, else a container, else nowhere.
   *
   * @throws IllegalArgumentException for an address that is none: a test must not be skipped for it
   */
  static EndpointPlace find(Map<String, String> environment, Containers containers) {
    String address = environment.getOrDefault(VARIABLE, "");
    if (!address.isBlank()) {
      return new Found(new AwsEndpoint(uri(address)), () -> {});
    }
    Optional<EndpointPlace> container = containers.start(environment);
    return container.orElseGet(
        () ->
            new Nowhere(
                "no AWS-compatible endpoint: run the tests by infrastructure/aws-endpoint.sh"
                    + " ./mvnw verify, start Docker, or name one in "
                    + VARIABLE));
  }

  private static URI uri(String address) {
    if (!address.matches("https?://[^/\\s]+/?")) {
      throw new IllegalArgumentException(
          "%s must be an address such as http://127.0.0.1:5000, was '%s'"
              .formatted(VARIABLE, address));
    }
    return URI.create(address);
  }
}
