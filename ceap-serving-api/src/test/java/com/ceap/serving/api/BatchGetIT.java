package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.anyCustomer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Customer;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.storage.CeapTables;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchGetIT {
  private static final String PATH = "/svc/v1/candidates/batch-get";
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void eachCustomerHasAFeedInTheOrderAsked() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    world.store(key("C2", "P2"), 0.5, "in-app");
    world.optOut("C2", "all", "all");
    world.store(key("C3", "P3"), 0.5, "email");
    JsonNode answer =
        json(ask("{\"customerIds\":[\"C3\",\"C2\",\"C1\",\"nobody\"],\"includeScores\":true}"));
    assertThat(texts(answer.get("customers"), "/customerId"))
        .containsExactly("C3", "C2", "C1", "nobody");
    assertThat(texts(answer.at("/customers/0/candidates"), "/subject/id")).containsExactly("P3");
    assertThat(answer.at("/customers/1/candidates")).isEmpty();
    assertThat(texts(answer.at("/customers/2/candidates"), "/subject/id")).containsExactly("P1");
    assertThat(answer.at("/customers/2/candidates/0/score").asDouble()).isEqualTo(0.5);
    assertThat(answer.get("degraded").asBoolean()).isFalse();
  }

  @Test
  void theFieldsMeanWhatTheParametersMean() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    world.store(key("C1", "P2"), 0.9, "email");
    world.store(key("C1", "P3"), 0.8, "in-app");
    JsonNode answer =
        json(
            ask(
                "{\"customerIds\":[\"C1\"],\"program\":\"reco\",\"channel\":\"in-app\","
                    + "\"marketplace\":\"US\",\"minScore\":0.4,\"limit\":1}"));
    assertThat(texts(answer.at("/customers/0/candidates"), "/subject/id")).containsExactly("P3");
    assertThat(answer.at("/customers/0/sections/0/sectionName").asText())
        .isEqualTo("Recommended for You");
  }

  @Test
  void whatIsStaleIsCheckedTogether() {
    for (String customer : new String[] {"C1", "C2", "C3"}) {
      world.customer(customer, Customer.Status.ACTIVE, Optional.empty());
      world.store(key(customer, "P1"), 0.5, "in-app");
    }
    world.product("P1", false);
    world.clock.advance(Duration.ofDays(4));
    world.tables.takeCalls();
    JsonNode answer = json(ask("{\"customerIds\":[\"C1\",\"C2\",\"C3\"]}"));
    answer.get("customers").forEach(feed -> assertThat(feed.get("candidates")).isEmpty());
    assertThat(world.tables.takeCalls().stream().filter(call -> call.startsWith("batchGet")))
        .containsExactlyInAnyOrder("batchGet products", "batchGet customers");
  }

  @Test
  void oneCustomersUnreadableConsentEndsAll() {
    world.tables.breakDown(CeapTables.CANDIDATES);
    ApiResponse answer = ask("{\"customerIds\":[\"C1\",\"C2\"]}");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(json(answer).get("type").asText()).endsWith("consent-unreadable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | customerIds must be a list of 1 to 100 entries
          {"customerIds":[]} | customerIds must have 1 to 100 entries, has 0
          {"customerIds":"C1"} | customerIds must be a list of 1 to 100 entries
          {"customerIds":["C1","C1"]} | customerIds must not name one twice
          {"customerIds":[1]} | customerIds[0] must be text
          {"customerIds":["C1",""]} | customerIds[1] must not be blank
          {"customerIds":["\\u0000"]} | customerIds[0] must not hold control characters
          {"customerIds":["\\ud800"]} | customerIds[0] must not hold control characters
          {"customerIds":["C1"],"limit":0} | limit must be a whole number from 1 to 100, was '0'
          {"customerIds":["C1"],"limit":"5"} | limit must be a number
          {"customerIds":["C1"],"limit":1.5} | limit must be a whole number from 1 to 100, was '1.5'
          {"customerIds":["C1"],"minScore":-0.1} | minScore must be a number from 0 to 1, was '-0.1'
          {"customerIds":["C1"],"includeScores":"true"} | includeScores must be true or false
          {"customerIds":["C1"],"colour":"red"} | there is no field 'colour', only [channel, customerIds, includeScores, limit, marketplace, minScore, program, refreshEligibility]
          [] | the body must be a JSON object
          null | the body must be a JSON object
          {"customerIds":["C1"] | the body is no JSON at line 1, column 22
          {"limit":1,"limit":2} | the body is no JSON at line 1, column 19
          {"customerIds":["C1"]} x | the body is no JSON at line 1, column 24
          """)
  void aWrongBodyIsNamedWithWhatWouldBeRight(String body, String detail) {
    ApiResponse answer = ask(body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(json(answer).get("detail").asText()).isEqualTo(detail);
    assertThat(json(answer).at("/errors/0/in").asText()).isEqualTo("body");
  }

  @Test
  void tooManyCandidatesInAllAreRefused() {
    String ids =
        IntStream.range(0, 100).mapToObj(i -> "\"C" + i + "\"").collect(Collectors.joining(","));
    ApiResponse answer = ask("{\"customerIds\":[" + ids + "],\"limit\":11}");
    assertThat(json(answer).get("detail").asText())
        .isEqualTo("customerIds times limit must be at most 1000, was 100 times 11");
    assertThat(ask("{\"customerIds\":[" + ids + "]}").status()).isEqualTo(200);
  }

  @Test
  void aBodyOfTenMegabytesIsRefusedUnread() {
    ApiResponse answer = ask("{\"customerIds\":[\"" + "x".repeat(10_000_000) + "\"]}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(json(answer).get("detail").asText())
        .isEqualTo("the body must have at most 262144 bytes, has 10000020");
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    ApiResponse answer =
        world.send("POST", PATH, SERVICE, Map.of("content-type", "text/plain"), "{}");
    assertThat(answer.status()).isEqualTo(415);
    assertThat(json(answer).get("detail").asText())
        .isEqualTo("content-type must be application/json, was text/plain");
  }

  @Test
  void onlyServicesMayAskAboutMany() {
    assertThat(world.post(anyCustomer(), PATH, "{}").status()).isEqualTo(403);
    ApiResponse nobody = world.post(Caller.ANONYMOUS, PATH, "{}");
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.header("www-authenticate")).contains("AWS4-HMAC-SHA256");
  }

  private ApiResponse ask(String body) {
    return world.post(SERVICE, PATH, body);
  }
}
