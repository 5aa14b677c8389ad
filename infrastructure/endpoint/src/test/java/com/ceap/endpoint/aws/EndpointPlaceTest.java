package com.ceap.endpoint.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointPlaceTest {
  private static final Containers NONE = _ -> Optional.empty();

  @Test
  void theAddressOfTheEnvironmentComesFirst() {
    List<String> started = new ArrayList<>();
    Containers some =
        _ -> {
          started.add("container");
          return Optional.empty();
        };

    EndpointPlace place =
        EndpointPlace.find(Map.of("CEAP_AWS_ENDPOINT", "http://127.0.0.1:5000"), some);

    assertThat(((EndpointPlace.Found) place).endpoint().uri())
        .isEqualTo(URI.create("http://127.0.0.1:5000"));
    assertThat(started).isEmpty();
  }

  @Test
  void withoutAnAddressAContainerIsStartedAndStoppedInTheEnd() {
    List<String> stopped = new ArrayList<>();
    EndpointPlace container =
        new EndpointPlace.Found(
            new AwsEndpoint(URI.create("http://localhost:4566")), () -> stopped.add("container"));

    EndpointPlace place = EndpointPlace.find(Map.of(), _ -> Optional.of(container));

    assertThat(place).isSameAs(container);
    place.close();
    assertThat(stopped).containsExactly("container");
  }

  @Test
  void withoutBothTheReasonSaysHowToRunTheTests() {
    assertThat(EndpointPlace.find(Map.of("CEAP_AWS_ENDPOINT", " "), NONE))
        .isEqualTo(
            new EndpointPlace.Nowhere(
                "no AWS-compatible endpoint: run the tests by infrastructure/aws-endpoint.sh"
                    + " ./mvnw verify, start Docker, or name one in CEAP_AWS_ENDPOINT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:5000", "ftp://host", "http://", "http://host/path"})
  void anAddressThatIsNoneFailsAndSkipsNothing(String address) {
    assertThatThrownBy(() -> EndpointPlace.find(Map.of("CEAP_AWS_ENDPOINT", address), NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "CEAP_AWS_ENDPOINT must be an address such as http://127.0.0.1:5000, was '%s'",
            address);
  }

  @Test
  void theImageCanBeReplaced() {
    assertThat(Containers.image(Map.of()).asCanonicalNameString())
        .isEqualTo("localstack/localstack:4.14.0");
    assertThat(
            Containers.image(Map.of("CEAP_LOCALSTACK_IMAGE", "mirror.example/localstack:4.14.0"))
                .asCanonicalNameString())
        .isEqualTo("mirror.example/localstack:4.14.0");
  }
}
