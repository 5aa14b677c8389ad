package com.ceap.serving.api;

import com.ceap.serving.http.Call;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import com.ceap.storage.Erased;
import com.ceap.storage.ErasureRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Forgets a customer, and says what was forgotten. */
final class ErasureRoutes {
  private static final String KEPT =
      "an opt-out of everything under the customer's id, so that nothing is shown or sent;"
          + " scheduled touches hold the id until they are due, and send nothing";

  private final ErasureRepository erasures;
  private final InstantSource clock;

  ErasureRoutes(ErasureRepository erasures, InstantSource clock) {
    this.erasures = erasures;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "DELETE",
            "/v1/customers/{customerId}",
            Inputs.OWN_CUSTOMER,
            List.of(Inputs.CUSTOMER_ID),
            List.of(),
            this::erase));
  }

  private Reply erase(Call call) {
    String customerId = call.path().get(Inputs.CUSTOMER_ID);
    Instant now = clock.instant();
    Map<Erased, Integer> erased = erasures.erase(customerId, now);
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("customerId", customerId);
          out.writeStringField("erasedAt", now.toString());
          out.writeObjectFieldStart("deleted");
          for (Erased kind : Erased.values()) {
            out.writeNumberField(name(kind), erased.getOrDefault(kind, 0));
          }
          out.writeEndObject();
          out.writeStringField("kept", KEPT);
          out.writeEndObject();
        });
  }

  /** Such as {@code indexItems}. */
  private static String name(Erased kind) {
    String[] words = kind.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}
