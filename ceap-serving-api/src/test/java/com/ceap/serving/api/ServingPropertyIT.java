package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.serving.CandidateId;
import com.ceap.serving.http.ApiResponse;
import com.ceap.storage.embedded.HostileTables;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over random stores: what is shown is what an oracle says by brute force, no more and no less, on
 * whatever page and shard. {@code -Dceap.serving.rounds} sets how many stores.
 */
class ServingPropertyIT {
  private static final int ROUNDS = Integer.getInteger("ceap.serving.rounds", 12);
  private static final List<String> CHANNELS = List.of("email", "in-app");
  @TempDir Path folder;

  @Test
  void customersAreShownExactlyWhatTheOracleSays() {
    long shown = 0;
    long expired = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      TestClock clock = new TestClock();
      try (World world = new World(clock, settings -> settings, ports -> ports)) {
        RandomShop shop = new RandomShop(world, new SplittableRandom(seed));
        customers(shop, seed);
        pages(shop, seed);
        shown += world.counters.count("shown");
        expired += world.counters.count("expired");
      }
    }
    assertThat(shown).as("shown in all").isGreaterThan(50L * ROUNDS);
    assertThat(expired).as("found no longer eligible in all").isGreaterThan(2L * ROUNDS);
  }

  @Test
  void aHostileStoreChangesNothing() {
    for (long seed = 101; seed < 101 + ROUNDS / 3; seed++) {
      TestClock clock = new TestClock();
      HostileTables hostile = HostileTables.open(folder.resolve("s" + seed), clock, seed);
      try (World world = new World(clock, hostile)) {
        RandomShop shop = new RandomShop(world, new SplittableRandom(seed));
        hostile.settle();
        customers(shop, seed);
        hostile.settle();
        pages(shop, seed);
        assertThat(world.counters.count("shown")).as("shown, seed %d", seed).isGreaterThan(20);
      }
    }
  }

  private static void customers(RandomShop shop, long seed) {
    for (int i = 0; i < 60; i++) {
      String customer = shop.pick(RandomShop.CUSTOMERS);
      String channel = shop.pick(CHANNELS);
      int limit = 1 + shop.random.nextInt(12);
      boolean named = shop.random.nextBoolean();
      Oracle oracle = new Oracle(shop);
      String marketplace = named ? shop.pick(RandomShop.MARKETPLACES) : oracle.home(customer);
      String query =
          "?channel=%s&limit=%d%s"
              .formatted(channel, limit, named ? "&marketplace=" + marketplace : "");
      ApiResponse answer =
          shop.world.get(
              World.customer(customer),
              "/v1/customers/" + encode(customer) + "/candidates" + query);
      assertThat(keys(answer))
          .as("seed %d, customer %s, %s", seed, customer, query)
          .isEqualTo(oracle.shown(customer, marketplace, channel).stream().limit(limit).toList());
    }
  }

  private static void pages(RandomShop shop, long seed) {
    for (int i = 0; i < 10; i++) {
      String program = shop.pick(List.of("reco", "carts"));
      String channel = shop.pick(CHANNELS);
      double minScore = shop.random.nextInt(6) / 5.0;
      int limit = 1 + shop.random.nextInt(15);
      boolean one = shop.random.nextBoolean();
      String query =
          "?limit=%d&minScore=%s%s".formatted(limit, minScore, one ? "&marketplace=DE" : "");
      List<CandidateKey> seen = all(shop, program, channel, query, limit);
      String described = "seed %d, %s, %s, %s".formatted(seed, program, channel, query);
      assertThat(new HashSet<>(seen)).as(described).hasSameSizeAs(seen);
      assertThat(Set.copyOf(seen))
          .as(described)
          .isEqualTo(
              new Oracle(shop)
                  .ofChannel(
                      program, one ? List.of("DE") : RandomShop.MARKETPLACES, channel, minScore));
      assertThat(seen)
          .as(described)
          .isSortedAccordingTo(
              (a, b) ->
                  Double.compare(
                      shop.candidates.get(b).decision().score(),
                      shop.candidates.get(a).decision().score()));
    }
  }

  private static List<CandidateKey> all(
      RandomShop shop, String program, String channel, String query, int limit) {
    List<CandidateKey> seen = new ArrayList<>();
    String cursor = "";
    boolean more = true;
    while (more) {
      ApiResponse page =
          shop.world.get(
              SERVICE,
              "/svc/v1/programs/%s/channels/%s/candidates%s%s"
                  .formatted(program, channel, query, cursor));
      JsonNode next = json(page).path("nextCursor");
      more = !next.isMissingNode();
      assertThat(keys(page))
          .as("only the last page is short")
          .hasSizeBetween(more ? limit : 0, limit);
      seen.addAll(keys(page));
      cursor = "&cursor=" + next.asText();
    }
    return seen;
  }

  private static List<CandidateKey> keys(ApiResponse answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return World.texts(json(answer).get("candidates"), "/candidateId").stream()
        .map(id -> CandidateId.parse(id).orElseThrow())
        .toList();
  }

  private static String encode(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
