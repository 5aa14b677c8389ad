package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.bus.BusPrograms;
import com.ceap.local.engine.EngineLock;
import com.ceap.local.platform.DataFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code publish} and {@code dlq}, with what a stage of the platform does with the events. */
final class EventCommandsIT {
  private static final String OPT_OUT =
      """
      {"source": "ecommerce.customers", "detail-type": "CustomerOptedOut",\
       "detail": {"customerId": "C%d", "channel": "email"}}
      """;

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void makeHome() throws IOException {
    home = folder.resolve("home");
    Path programs = Files.createDirectories(home.resolve("programs"));
    BusPrograms.listening(programs, "carts", true, "shop", "source: [\"ecommerce.cart\"]");
  }

  @Test
  void linesAnArrayAndOneObjectInBothFormsArePublishedAndWorkedOff() throws IOException {
    Path lines = file("lines.jsonl", OPT_OUT.formatted(1) + "\n\n" + OPT_OUT.formatted(2));
    Path array =
        file("array.json", "[\n" + OPT_OUT.formatted(3) + ",\n" + OPT_OUT.formatted(4) + "]");
    Path one =
        file(
            "one.json",
            """
            {
              "Source": "ecommerce.customers",
              "DetailType": "CustomerOptedOut",
              "Detail": "{\\"customerId\\": \\"C5\\", \\"channel\\": \\"email\\"}",
              "EventBusName": "shop",
              "Time": "2026-03-01T09:00:00Z"
            }
            """);

    CommandRun run = publish("--json", lines, array, one);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("accepted").asInt()).isEqualTo(5);
    assertThat(json.path("unmatched").asInt()).isZero();
    assertThat(json.path("work").asText()).startsWith("worked off: ");
    assertThat(json.path("entries"))
        .extracting(entry -> entry.path("place").asText())
        .containsExactly(lines + ":1", lines + ":4", array + ":2", array + ":4", one + ":1");
    assertThat(dlq("list").out()).isEqualTo("There are no dead letters.\n");
  }

  @Test
  void whatIsRefusedIsSaidWithItsReasonAndFailsTheCommand() throws IOException {
    Path file =
        file(
            "mixed.jsonl",
            OPT_OUT.formatted(1)
                + "\nno JSON\n"
                + "{\"source\": \"s\", \"detail\": {}}\n"
                + "{\"Source\": 7}\n"
                + "{\"Source\": \"s\", \"DetailType\": \"t\", \"Detail\": \"{}\"}\n"
                + "{\"Source\": \"s\", \"DetailType\": \"t\", \"Detail\": \"{}\", \"EventBusName\":"
                + " \"x\"}\n");

    CommandRun run = publish(file);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches(".*mixed.jsonl:1: accepted as [0-9a-f-]{36}"))
        .contains(
            file + ":3: refused, MalformedEntry: this is no JSON; look at column 1",
            file
                + ":4: refused, InvalidArgument: Parameter DetailType is not valid. Reason:"
                + " DetailType is a required argument.",
            file + ":5: refused, MalformedEntry: the entry.Source must be text",
            file + ":7: refused, ResourceNotFoundException: Event bus x does not exist.",
            "2 accepted (1 of them for no program), 4 refused")
        .anyMatch(line -> line.matches(".*:6: accepted as .*, but no program asks for it"));
    assertThat(dlq("list", "--json").json()).hasSize(2);
  }

  @Test
  void aBusThatIsNamedHoldsForWhatNamesNone() throws IOException {
    Path event = file("event.json", OPT_OUT.formatted(1));
    Path entry = file("entry.json", "{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":\"{}\"}");

    assertThat(publish("--bus", "nowhere", event, entry).out())
        .contains("Event bus nowhere does not exist.", "0 accepted", "2 refused");
  }

  @Test
  void theSecondDoorNeedsAProgramThatTakesEvents() throws IOException {
    Path file = file("e.json", OPT_OUT.formatted(1));

    assertThat(publish("--direct", "cart", file).err())
        .contains("there is no program 'cart' that takes events; known are carts");
    CommandRun run = publish("--direct", "carts", file);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 accepted (0 of them for no program), 0 refused");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    CommandRun run = publish(folder.resolve("absent.json"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("cannot read " + folder.resolve("absent.json"));
  }

  @Test
  void whereThePlatformRunsTheWorkIsLeftToIt() throws IOException {
    Path file = file("e.json", OPT_OUT.formatted(1));
    publish(file);
    try (EngineLock _ = EngineLock.take(new DataFolder(data()).engineLock(), UpCommand.WHO)) {
      assertThat(publish(file).out()).contains("left to ./ceap up, process ");
    }
  }

  @Test
  void aDeadLetterIsListedShownAndReplayed() throws IOException {
    Path bad =
        file(
            "bad.json",
            "{\"source\": \"ecommerce.customers\", \"detail-type\": \"CustomerOptedOut\","
                + " \"detail\": {\"name\": \"Zoë\"}}");
    publish(bad);

    String list = dlq("list").out();
    assertThat(list)
        .contains(
            "lifecycle",
            "EVENT_INVALID: event CustomerOptedOut is invalid: detail.customerId is missing")
        .doesNotContain("Zoë");
    String id = list.substring(0, list.indexOf(' '));
    assertThat(dlq("show", id).out())
        .contains(id + " of queue lifecycle", "taken 1 times", "\"detail\":{\"name\":\"Zoë\"}");
    assertThat(dlq("show", id, "--json").json().path("body").asText()).contains("Zoë");

    CommandRun replayed = dlq("replay", id);
    assertThat(replayed.code()).isZero();
    assertThat(replayed.out()).contains("1 replayed", "worked off", "1 dead letters are left");
    assertThat(dlq("show", id).err())
        .contains("there is no dead letter '" + id + "'; `./ceap dlq list` shows them");
  }

  @Test
  void whatTheBusRefusedIsPutAgainWhenItIsReplayed() throws IOException {
    publish(
        file(
            "e.json",
            OPT_OUT
                .formatted(1)
                .replace("{\"customerId\": \"C1\", \"channel\": \"email\"}", "[]")));
    Path later =
        file(
            "later.json",
            "{\"Source\": \"ecommerce.customers\", \"DetailType\": \"CustomerOptedOut\","
                + "\"Detail\": \"{\\\"customerId\\\": \\\"C1\\\"}\", \"EventBusName\": \"new\"}");
    publish(later);
    assertThat(dlq("list", "--json").json())
        .extracting(letter -> letter.path("reason").asText())
        .containsExactly("Event bus new does not exist.", "Detail is malformed.");
    BusPrograms.listening(
        home.resolve("programs"), "newer", true, "new", "source: [\"ecommerce.cart\"]");

    CommandRun run = dlq("replay", "--all", "--json");

    assertThat(run.json().path("replayed").asInt()).isEqualTo(2);
    assertThat(run.json().path("left").asInt()).isEqualTo(1);
    assertThat(dlq("list", "--limit", "1").out()).contains("bus", "Detail is malformed.");
  }

  @Test
  void theDlqCommandsSayWhatTheyNeed() {
    assertThat(CommandRun.of("dlq").err()).contains("Name a command: list, show or replay.");
    assertThat(dlq("replay").err()).contains("Name a letter's ID, or --all.");
    assertThat(dlq("replay", "x", "--all").code()).isEqualTo(2);
    assertThat(dlq("list", "--limit", "0").err()).contains("--limit should be at least 1, was 0.");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private CommandRun publish(Object... arguments) {
    return CommandRun.in(
        home, CommandRun.with(List.of("publish", "--data", data().toString()), arguments));
  }

  private CommandRun dlq(String command, Object... arguments) {
    return CommandRun.in(
        home, CommandRun.with(List.of("dlq", command, "--data", data().toString()), arguments));
  }
}
