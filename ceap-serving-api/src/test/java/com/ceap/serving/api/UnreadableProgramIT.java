package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.serving.http.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One program is published in a version that nobody can read. */
class UnreadableProgramIT {
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
  private final World world = new World();

  @BeforeEach
  void store() {
    world.store(key("C1", "P1"), 0.9, "in-app");
    CandidateKey cart = new CandidateKey("C1", "carts", "US", new Subject("cart", "K1"));
    world.store(World.candidate(cart, world.clock, "in-app"), 0.5);
    world.programs.breakDown("reco");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aCustomerIsShownWhatTheOthersHave() {
    assertThat(world.inApp("C1")).containsExactly("K1");
  }

  @Test
  void whoAsksForItIsToldToTryAgain() {
    ApiResponse response =
        world.get(SERVICE, "/svc/v1/programs/reco/channels/in-app/candidates?limit=10");

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.header("retry-after")).contains("1");
    assertThat(json(response).path("type").asText()).isEqualTo("urn:problem-type:ceap:unavailable");
    assertThat(
            world
                .get(SERVICE, "/svc/v1/programs/carts/channels/in-app/candidates?limit=10")
                .status())
        .isEqualTo(200);
  }

  @Test
  void itsConsentIsNotRefusedAsThoughThereWereNoSuchProgram() {
    ApiResponse response =
        world.send(
            "PUT",
            "/v1/customers/C1/consent",
            customer("C1"),
            JSON,
            "{\"consents\":[{\"program\":\"reco\",\"optedOut\":true}]}");

    assertThat(response.status()).isEqualTo(503);
  }

  @Test
  void theWayOutOfItsMessagesStaysOpen() {
    ApiResponse response = world.send("POST", "/u/C1.reco.email", World.customer("C1"), JSON, "");

    assertThat(response.status()).isEqualTo(200);
    assertThat(world.stores.ledgers().find("C1").optedOut("reco", "email")).isTrue();
  }
}
