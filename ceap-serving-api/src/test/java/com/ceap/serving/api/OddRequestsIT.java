package com.ceap.serving.api;

import static com.ceap.serving.api.World.anyCustomer;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static com.ceap.serving.api.World.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.serving.http.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no client should send, and some do. */
class OddRequestsIT {
  private static final String C1 = "/v1/customers/C1/candidates";
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0 | limit must be a whole number from 1 to 100, was '0'
          limit=-1 | limit must be a whole number from 1 to 100, was '-1'
          limit=1000000000 | limit must be a whole number from 1 to 100, was '1000000000'
          limit=99999999999 | limit must be a whole number from 1 to 100, was '99999999999'
          limit=ten | limit must be a whole number from 1 to 100, was 'ten'
          limit= | limit must be a whole number from 1 to 100, was ''
          limit=5&limit=5 | limit came twice
          minScore=1.5 | minScore must be a number from 0 to 1, was '1.5'
          minScore=NaN | minScore must be a number from 0 to 1, was 'NaN'
          includeScores=yes | includeScores must be true or false, was 'yes'
          program= | program must not be blank
          channel=%00 | channel must not hold control characters
          channel=%zz | channel must be UTF-8 text, percent-encoded
          colour=red | there is no parameter 'colour', only program, channel, marketplace, minScore, limit, includeScores, refreshEligibility
          """)
  void aWrongParameterIsNamedWithWhatWouldBeRight(String query, String detail) {
    ApiResponse answer = world.get(customer("C1"), C1 + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).contains("application/problem+json");
    assertThat(json(answer).get("type").asText())
        .isEqualTo("urn:problem-type:ceap:invalid-request");
    assertThat(json(answer).get("detail").asText()).isEqualTo(detail);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    ApiResponse answer = world.get(customer("C1"), C1 + "?limit=0&minScore=2&x=1");
    assertThat(texts(json(answer).get("errors"), "/name"))
        .containsExactly("limit", "minScore", "x");
    assertThat(texts(json(answer).get("errors"), "/in")).containsOnly("query");
  }

  @Test
  void oddIdsAreServedExactly() {
    for (String id : List.of("a/b", "a#b", "50% off?", "🛒", "a b+c", "..", "C1%2F")) {
      world.store(key(id, "P1"), 0.5, "in-app");
      ApiResponse answer = world.get(customer(id), "/v1/customers/" + encoded(id) + "/candidates");
      assertThat(answer.status()).as(id).isEqualTo(200);
      assertThat(json(answer).get("customerId").asText()).isEqualTo(id);
      assertThat(subjects(answer)).as(id).containsExactly("P1");
    }
  }

  @Test
  void idsThatCannotBeAreRefused() {
    String tooLong = "x".repeat(513);
    for (String id : List.of("%00", "%", "%f0%28", "%20", "%ed%a0%80", tooLong)) {
      ApiResponse answer = world.get(anyCustomer(), "/v1/customers/" + id + "/candidates");
      assertThat(answer.status()).as(id).isEqualTo(400);
    }
    String most = "🛒".repeat(512);
    ApiResponse answer =
        world.get(customer(most), "/v1/customers/" + encoded(most) + "/candidates");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(world.get(anyCustomer(), "/v1/customers//candidates").status()).isEqualTo(404);
  }

  private static String encoded(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
