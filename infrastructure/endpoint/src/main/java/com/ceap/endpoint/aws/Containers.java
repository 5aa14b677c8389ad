package com.ceap.endpoint.aws;

import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts an endpoint in a container, where there are containers. */
@FunctionalInterface
interface Containers {
  /** The variable that names another image. */
  String IMAGE_VARIABLE = "CEAP_LOCALSTACK_IMAGE";

  /** The last image of LocalStack that needs no token. */
  String IMAGE = "localstack/localstack:4.14.0";

  Optional<EndpointPlace> start(Map<String, String> environment);

  static Containers onDocker() {
    return environment ->
        DockerClientFactory.instance().isDockerAvailable()
            ? Optional.of(started(image(environment)))
            : Optional.empty();
  }

  static DockerImageName image(Map<String, String> environment) {
    return DockerImageName.parse(environment.getOrDefault(IMAGE_VARIABLE, IMAGE))
        .asCompatibleSubstituteFor("localstack/localstack");
  }

  private static EndpointPlace started(DockerImageName image) {
    LocalStackContainer container = new LocalStackContainer(image);
    container.start();
    return new EndpointPlace.Found(new AwsEndpoint(container.getEndpoint()), container::stop);
  }
}
