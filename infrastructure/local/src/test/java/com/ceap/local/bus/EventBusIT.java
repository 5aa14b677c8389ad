package com.ceap.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.local.clock.MovedClock;
import com.ceap.local.queue.Counters;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.QueuePolicy;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventBusIT {
  private static final String QUEUE = "events-abandoned-cart-recovery";
  private static final String BUS = "ecommerce-platform";
  private static final Instant TIME = Instant.parse("2026-02-28T23:59:58.765Z");

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock();
  private SqliteTables tables;
  private DurableQueues queues;
  private EventBus bus;

  @BeforeEach
  void open() {
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    queues = new DurableQueues(tables, clock, QueuePolicy.DEFAULT);
    bus = new EventBus(BusRules.of(BusPrograms.all(folder)), queues, clock);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void aMatchedEventLiesInItsQueueAsEventBridgeHandsItToATarget() {
    PutEntry entry =
        new PutEntry(
            "ecommerce.cart",
            "CartAbandoned",
            "{\"customerId\": \"Zoë\", \"cartValue\": 150.10}",
            BUS,
            List.of("arn:cart/\"7\""),
            Optional.of(TIME));

    EntryResult result = bus.put(List.of(entry)).getFirst();

    String id = ((EntryResult.Accepted) result).eventId();
    String body = queues.take(QUEUE, 1).getFirst().message().body();
    assertThat(body)
        .startsWith("{\"version\":\"0\",\"id\":\"" + id + "\",\"detail-type\":\"CartAbandoned\"")
        .contains("\"time\":\"2026-02-28T23:59:58Z\"")
        .contains("\"detail\":{\"customerId\": \"Zoë\", \"cartValue\": 150.10}");
    EventEnvelope read = EventEnvelope.parse(body);
    assertThat(read.id()).isEqualTo(id);
    assertThat(read.source()).isEqualTo("ecommerce.cart");
    assertThat(read.resources()).containsExactly("arn:cart/\"7\"");
  }

  @Test
  void withoutATimeItHappensNow() {
    bus.put(List.of(cart(150)));

    assertThat(EventEnvelope.parse(queues.take(QUEUE, 1).getFirst().message().body()).time())
        .isEqualTo(MovedClock.START);
  }

  @Test
  void aBusIsNamedByItsArnToo() {
    PutEntry entry = entry("{\"cartValue\": 150}", "arn:aws:events:eu-west-1:1:event-bus/" + BUS);

    assertThat(bus.put(List.of(entry)))
        .first()
        .isInstanceOfSatisfying(
            EntryResult.Accepted.class, accepted -> assertThat(accepted.queues()).isEqualTo(1));
  }

  @Test
  void whatNobodyAsksForIsCounted() {
    assertThat(bus.put(List.of(cart(49.99), cart(150), entry("{}", ""))))
        .allSatisfy(result -> assertThat(result).isInstanceOf(EntryResult.Accepted.class));

    assertThat(counts()).isEqualTo(new BusCounts(3, 0, 2));
    assertThat(queues.counts(QUEUE).sent()).isEqualTo(1);
  }

  @Test
  void whatIsMissingIsNamedInEventBridgesWords() {
    refused(
        new PutEntry("", "", "", "", List.of(), Optional.empty()),
        "InvalidArgument",
        "Parameter Source is not valid. Reason: Source is a required argument.");
    refused(
        new PutEntry("s", "", "", "", List.of(), Optional.empty()),
        "InvalidArgument",
        "Parameter DetailType is not valid. Reason: DetailType is a required argument.");
    refused(
        new PutEntry("s", "t", "", "", List.of(), Optional.empty()),
        "InvalidArgument",
        "Parameter Detail is not valid. Reason: Detail is a required argument.");
  }

  @Test
  void aDetailMustBeOneJsonObject() {
    for (String detail :
        List.of("no", "[]", "7", "\"text\"", "null", "{}{}", "{\"a\":}", "{\"a\":NaN}")) {
      refused(entry(detail, BUS), "MalformedDetail", "Detail is malformed.");
    }
    refused(
        entry("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000), BUS),
        "MalformedDetail",
        "Detail is malformed.");
  }

  @Test
  void aBusThatDoesNotExistTakesNothing() {
    refused(
        entry("{\"cartValue\": 150}", "ecommerce"),
        "ResourceNotFoundException",
        "Event bus ecommerce does not exist.");
  }

  @Test
  void anEntryMayHave256KilobytesAndNotOneMore() {
    PutEntry largest = sized(EntryCheck.MOST_BYTES);
    assertThat(largest.bytes()).isEqualTo(262_144);

    assertThat(bus.put(List.of(largest))).first().isInstanceOf(EntryResult.Accepted.class);

    DeadLetter letter =
        refused(
            sized(EntryCheck.MOST_BYTES + 1),
            "InvalidArgument",
            "Parameter Detail is not valid. Reason: the entry has 262145 bytes, at most 262144 are"
                + " taken.");
    assertThat(letter.code()).isEqualTo(ErrorCode.EVENT_TOO_LARGE);
    assertThat(EventEnvelope.parse(queues.take(QUEUE, 1).getFirst().message().body()).detail())
        .isNotEmpty();
  }

  @Test
  void aRefusedEntryIsKeptAsItWasPutAndTouchesNoOther() {
    List<EntryResult> results =
        bus.put(List.of(cart(150), entry("{\"customerId\": \"C1\"", BUS), cart(160)));

    assertThat(results)
        .extracting(Object::getClass)
        .containsExactly(
            EntryResult.Accepted.class, EntryResult.Refused.class, EntryResult.Accepted.class);
    assertThat(counts()).isEqualTo(new BusCounts(2, 1, 0));
    assertThat(new DeadLetters(tables).newest(5))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.queue()).isEqualTo(DeadLetters.BUS);
              assertThat(letter.code()).isEqualTo(ErrorCode.EVENT_INVALID);
              assertThat(letter.reason()).isEqualTo("Detail is malformed.");
              assertThat(letter.sentAt()).isEqualTo(MovedClock.START);
              assertThat(letter.body())
                  .isEqualTo(
                      "{\"Source\":\"ecommerce.cart\",\"DetailType\":\"CartAbandoned\","
                          + "\"Detail\":\"{\\\"customerId\\\": \\\"C1\\\"\","
                          + "\"EventBusName\":\"ecommerce-platform\",\"Resources\":[]}");
            });
  }

  @Test
  void theSecondDoorLeadsToTheProgramsQueueWhateverItsPattern() {
    List<EntryResult> results =
        bus.direct("abandoned-cart-recovery", List.of(cart(1), entry("no", BUS)));

    assertThat(results.getFirst()).isInstanceOf(EntryResult.Accepted.class);
    assertThat(results.getLast()).isInstanceOf(EntryResult.Refused.class);
    assertThat(queues.take(QUEUE, 5)).hasSize(1);
    assertThat(counts()).isEqualTo(new BusCounts(1, 1, 0));
  }

  @Test
  void moreThanOneCallsWorthIsAnsweredInOrder() {
    List<PutEntry> entries = IntStream.range(0, 25).mapToObj(EventBusIT::cart).toList();

    assertThat(bus.put(entries))
        .hasSize(25)
        .allSatisfy(result -> assertThat(result).isInstanceOf(EntryResult.Accepted.class));
    assertThat(bus.put(List.of())).isEmpty();
    assertThat(counts().accepted()).isEqualTo(25);
  }

  private DeadLetter refused(PutEntry entry, String code, String message) {
    EntryResult result = bus.put(List.of(entry)).getFirst();
    assertThat(result)
        .isInstanceOfSatisfying(
            EntryResult.Refused.class,
            refused -> {
              assertThat(refused.awsCode()).isEqualTo(code);
              assertThat(refused.message()).isEqualTo(message);
            });
    return new DeadLetters(tables).newest(1).getFirst();
  }

  private BusCounts counts() {
    return BusCounts.read(new Counters(tables));
  }

  private static PutEntry sized(int bytes) {
    String frame = "{\"cartValue\": 150, \"text\": \"\"}";
    int names = "ecommerce.cart".length() + "CartAbandoned".length();
    String text = "x".repeat(bytes - names - frame.length());
    return entry(frame.replace("\"\"", "\"" + text + "\""), BUS);
  }

  private static PutEntry cart(double value) {
    return entry("{\"customerId\": \"C1\", \"cartValue\": " + value + "}", BUS);
  }

  private static PutEntry entry(String detail, String bus) {
    return new PutEntry(
        "ecommerce.cart", "CartAbandoned", detail, bus, List.of(), Optional.empty());
  }
}
