package com.ceap.lambdas.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.Program;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.Engagement;
import com.ceap.storage.MessageEvent;
import com.ceap.storage.MessageTracking;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyFiguresTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final Duration LIFE = Duration.ofDays(60);

  @TempDir private Path folder;
  private final Program program = CartPrograms.carts("email", "sms");

  /** A store of its own, whose clock is moved. */
  private final class Shop {
    Instant now = NOON;
    final MemoryTables tables = new MemoryTables(() -> now);
    final Stores stores = Stores.on(tables, () -> now);
    final MessageTracking tracking = new MessageTracking(stores.messages());
    final MetricsStore metrics;
    final DailyFigures figures;

    Shop(String name) {
      metrics = new MetricsStore(new FolderObjectStore(folder.resolve(name)));
      figures = new DailyFigures(tables.changes(), stores.runs(), metrics);
    }

    CandidateKey cart(String id, int discount, String treatment) {
      CandidateKey key = key(id);
      Map<String, Object> attributes = new TreeMap<>(Map.of("cart_value", 80.0));
      if (!treatment.isEmpty()) {
        attributes.put("treatment", treatment);
      }
      Candidate candidate =
          new Candidate(
              key, Context.EMPTY, Attributes.of(attributes), List.of("email", "sms"), now);
      stores
          .candidates()
          .storeAll(
              new RunStamp("r", LocalDate.ofInstant(now, ZoneOffset.UTC), now, LIFE),
              List.of(
                  new ScoredCandidate(
                      candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.of(discount))));
      return key;
    }

    String message(CandidateKey key, String channel, int touch, MessageState state) {
      String id = key.subject().id() + "-" + touch;
      stores
          .messages()
          .record(
              new Message(
                  id,
                  key,
                  channel,
                  channel,
                  touch,
                  state,
                  state == MessageState.SUPPRESSED ? Optional.of("NO_ADDRESS") : Optional.empty(),
                  now,
                  Optional.empty(),
                  "v1"),
              now.plus(LIFE));
      return id;
    }

    void order(CandidateKey key, String paid, Optional<Attribution> by) {
      stores
          .outcomes()
          .record(
              key,
              new Conversion(
                  "O" + key.subject().id(), new BigDecimal(paid), Optional.of("USD"), now, by),
              now.plus(LIFE));
    }

    void did(CandidateKey key, String event, Engagement.Type type, String channel, Instant at) {
      Optional<String> where = Optional.of(channel).filter(name -> !name.isEmpty());
      stores
          .engagements()
          .record(
              new Engagement(key, event, type, where, Optional.of(at), Optional.empty()),
              now,
              now.plus(LIFE));
    }

    DayMetrics day(LocalDate day) {
      figures.refresh(program, LocalDate.ofInstant(now, ZoneOffset.UTC));
      return metrics.find("carts", day).orElseThrow();
    }
  }

  private static CandidateKey key(String id) {
    return new CandidateKey("C" + id, "carts", "US", new Subject("cart", id));
  }

  private static Group group(String channel, int touch) {
    return new Group(channel, channel, touch, "");
  }

  @Test
  void aMessageHasItsFiguresOnTheDayItWentOutWheneverTheyComeIn() {
    Shop shop = new Shop("a");
    CandidateKey bought = shop.cart("K1", 10, "");
    CandidateKey silent = shop.cart("K2", 10, "");
    String mail = shop.message(bought, "email", 1, MessageState.SENT);
    shop.message(silent, "email", 1, MessageState.SENT);
    shop.now = NOON.plus(Duration.ofDays(1));
    shop.message(silent, "sms", 2, MessageState.SUPPRESSED);
    String text = shop.message(bought, "sms", 2, MessageState.SENT);
    shop.now = NOON.plus(Duration.ofDays(2));
    shop.tracking.opened("CK1", mail, false, shop.now);
    shop.tracking.clicked("CK1", text, "cart", false, shop.now);
    shop.order(bought, "90.00", Optional.of(new ByMessage(text, 2, "sms")));

    DayMetrics monday = shop.day(MONDAY);
    DayMetrics tuesday = shop.day(MONDAY.plusDays(1));

    assertThat(monday.candidates()).isEqualTo(Map.of("", 2L));
    Figures mails = monday.groups().get(group("email", 1));
    assertThat(mails.sent()).isEqualTo(2);
    assertThat(mails.opened()).isEqualTo(1);
    assertThat(mails.clicked()).isZero();
    assertThat(mails.converted()).isZero();
    assertThat(mails.cost()).isEqualTo(Money.of("USD", new BigDecimal("0.0002")));
    Figures texts = tuesday.groups().get(group("sms", 2));
    assertThat(texts.sent()).isEqualTo(1);
    assertThat(texts.suppressed()).isEqualTo(Map.of("NO_ADDRESS", 1L));
    assertThat(texts.converted()).isEqualTo(1);
    assertThat(texts.revenue()).isEqualTo(Money.of("USD", new BigDecimal("90")));
    assertThat(texts.discount()).isEqualTo(Money.of("USD", new BigDecimal("10")));
    assertThat(tuesday.shares())
        .isEqualTo(Map.of("email", new BigDecimal("0.500000"), "sms", new BigDecimal("0.500000")));
    assertThat(new Economics(texts).averageOrder())
        .isEqualTo(Map.of("USD", new BigDecimal("90.00")));
    assertThat(new Economics(texts).costPerOrder()).contains(new BigDecimal("0.00645"));
  }

  @Test
  void whatIsDoneInAnAppCountsOnceOnTheDayItHappened() {
    Shop shop = new Shop("a");
    CandidateKey first = shop.cart("K1", 0, "model-a");
    CandidateKey second = shop.cart("K2", 0, "model-a");
    shop.did(first, "e1", Engagement.Type.IMPRESSION, "in-app", NOON);
    shop.did(first, "e2", Engagement.Type.IMPRESSION, "in-app", NOON.plusSeconds(9));
    shop.did(first, "e2", Engagement.Type.IMPRESSION, "in-app", NOON.plusSeconds(9));
    shop.did(first, "e3", Engagement.Type.CLICK, "in-app", NOON.plusSeconds(10));
    shop.did(first, "e4", Engagement.Type.CLICK, "in-app", NOON.plusSeconds(11));
    shop.did(second, "e1", Engagement.Type.IMPRESSION, "", NOON);
    shop.now = NOON.plus(Duration.ofDays(3));
    shop.did(second, "late", Engagement.Type.DISMISSAL, "in-app", NOON.plusSeconds(30));
    shop.did(second, "today", Engagement.Type.ADD_TO_CART, "in-app", shop.now);

    assertThat(shop.day(MONDAY).groups())
        .isEqualTo(
            Map.of(
                app("in-app", "model-a"),
                Figures.shown(new Showings(2, 2, 2, 1, 0, 1, 0)),
                app("app", "model-a"),
                Figures.shown(new Showings(1, 1, 1, 0, 0, 0, 0))));
    assertThat(shop.day(MONDAY.plusDays(3)).groups())
        .isEqualTo(
            Map.of(app("in-app", "model-a"), Figures.shown(new Showings(0, 1, 1, 0, 1, 0, 0))));
  }

  @Test
  void anOrderToTheCreditOfAnAppCountsOnceOnTheDayOfItsShowing() {
    Shop shop = new Shop("a");
    CandidateKey key = shop.cart("K1", 10, "");
    shop.message(key, "email", 1, MessageState.SENT);
    shop.did(key, "e1", Engagement.Type.CLICK, "in-app", NOON.plusSeconds(60));
    shop.now = NOON.plus(Duration.ofDays(1));
    shop.order(key, "90", Optional.of(new ByShowing("in-app", NOON.plusSeconds(60))));

    DayMetrics monday = shop.day(MONDAY);

    assertThat(monday.total().converted()).isEqualTo(1);
    Figures figures = monday.groups().get(app("in-app", ""));
    assertThat(figures.converted()).isEqualTo(1);
    assertThat(figures.revenue()).isEqualTo(Money.of("USD", new BigDecimal("90")));
    assertThat(figures.discount()).isEqualTo(Money.of("USD", new BigDecimal("10")));
    assertThat(Rate.ofOrders(figures)).isEqualTo(new Rate(1, 1));
    assertThat(monday.shares())
        .isEqualTo(
            Map.of("email", new BigDecimal("0.500000"), "in-app", new BigDecimal("0.500000")));
    assertThat(shop.metrics.find("carts", MONDAY.plusDays(1))).isEmpty();
    assertThat(shop.metrics.find("carts", MONDAY)).contains(monday);
  }

  private static Group app(String channel, String treatment) {
    return new Group(channel, channel, 0, treatment);
  }

  @Test
  void anOrderWithoutAMessageCountsOnItsOwnDay() {
    Shop shop = new Shop("a");
    CandidateKey key = shop.cart("K1", 10, "");
    shop.now = NOON.plus(Duration.ofDays(1));
    shop.order(key, "50", Optional.empty());

    assertThat(shop.day(MONDAY).groups()).isEmpty();
    Figures figures = shop.day(MONDAY.plusDays(1)).groups().get(Group.WITHOUT_MESSAGE);
    assertThat(figures.converted()).isEqualTo(1);
    assertThat(figures.discount().isNone()).isTrue();
  }

  @Test
  void armsOfAnExperimentAreToldApart() {
    Shop shop = new Shop("a");
    shop.message(shop.cart("K1", 0, "model-a"), "email", 1, MessageState.SENT);
    shop.message(shop.cart("K2", 0, "model-b"), "email", 1, MessageState.SENT);

    assertThat(shop.day(MONDAY).groups().keySet())
        .containsExactly(
            new Group("email", "email", 1, "model-a"), new Group("email", "email", 1, "model-b"));
    assertThat(shop.day(MONDAY).candidates()).isEqualTo(Map.of("model-a", 1L, "model-b", 1L));
  }

  @Test
  void whatADaysFiguresRestOnIsReadAlsoWhereItLiesBeforeTheDaysThatAreWritten() {
    Shop shop = new Shop("a");
    CandidateKey key = shop.cart("K1", 10, "model-a");
    shop.message(key, "email", 1, MessageState.SENT);
    shop.did(key, "e1", Engagement.Type.IMPRESSION, "in-app", NOON);
    shop.now = NOON.plus(Duration.ofDays(6));
    String text = shop.message(key, "sms", 2, MessageState.SENT);
    shop.now = shop.now.plus(Duration.ofHours(2));
    shop.order(key, "90.00", Optional.of(new ByMessage(text, 2, "sms")));
    LocalDate sent = MONDAY.plusDays(6);
    DayMetrics first = shop.day(sent);
    assertThat(first.groups().keySet()).containsExactly(new Group("sms", "sms", 2, "model-a"));
    assertThat(first.total().discount()).isEqualTo(Money.of("USD", new BigDecimal("10")));
    assertThat(first.shares()).containsOnlyKeys("email", "in-app", "sms");

    for (int later = 1; later <= DailyFigures.BEFORE; later++) {
      shop.now = shop.now.plus(Duration.ofDays(1));
      assertThat(shop.day(sent)).as("%d days later", later).isEqualTo(first);
    }
  }

  @Test
  void doingItTwiceGivesTheSameRecord() throws Exception {
    Shop shop = new Shop("a");
    CandidateKey key = shop.cart("K1", 10, "");
    String mail = shop.message(key, "email", 1, MessageState.SENT);
    shop.now = NOON.plusSeconds(100);
    shop.order(key, "19.90", Optional.of(new ByMessage(mail, 1, "email")));

    shop.day(MONDAY);
    String first = Files.readString(folder.resolve("a/metrics/carts/2026-03-02.json"));
    shop.day(MONDAY);

    assertThat(Files.readString(folder.resolve("a/metrics/carts/2026-03-02.json")))
        .isEqualTo(first)
        .contains("\"revenue\" : {", "\"USD\" : \"19.9\"");
  }

  @RepeatedTest(20)
  void reportsInAnyOrderAndRepeatedGiveTheSameFiguresAndTheseAddUp(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Shop inOrder = new Shop("in-order");
    Shop shuffled = new Shop("shuffled");
    List<Report> reports = reports(new Random(seed));
    List<Report> again = new ArrayList<>(reports);
    again.addAll(reports.subList(0, reports.size() / 2));
    Collections.shuffle(again, new Random(seed + 1));
    for (Shop shop : List.of(inOrder, shuffled)) {
      for (int i = 0; i < 20; i++) {
        shop.message(
            shop.cart("K" + i, 10, ""),
            i % 3 == 0 ? "sms" : "email",
            1,
            i % 7 == 6 ? MessageState.SUPPRESSED : MessageState.SENT);
      }
      shop.now = NOON.plus(Duration.ofDays(1));
    }
    reports.forEach(report -> report.on(inOrder));
    again.forEach(report -> report.on(shuffled));

    DayMetrics figures = inOrder.day(MONDAY);

    assertThat(shuffled.day(MONDAY)).as("seed %d", seed).isEqualTo(figures);
    assertThat(figures.total().messages()).as("seed %d", seed).isEqualTo(20);
    assertThat(figures.total().sent()).isEqualTo(18);
    assertThat(figures.total().clicked()).isLessThanOrEqualTo(figures.total().opened());
    assertThat(figures.total().opened()).isLessThanOrEqualTo(figures.total().delivered());
  }

  /** Something that is reported of a message. */
  private interface Report {
    void on(Shop shop);
  }

  private static final List<MessageEvent> EVENTS = List.of(MessageEvent.values());

  private static List<Report> reports(Random random) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int cart = random.nextInt(20);
      String customer = "CK" + cart;
      String message = "K" + cart + "-1";
      Instant at = NOON.plusSeconds(random.nextInt(90));
      boolean machine = random.nextInt(5) == 0;
      MessageEvent event = EVENTS.get(random.nextInt(EVENTS.size()));
      int kind = random.nextInt(4);
      reports.add(
          shop -> {
            switch (kind) {
              case 0 -> shop.tracking.opened(customer, message, machine, at);
              case 1 -> shop.tracking.clicked(customer, message, "l" + cart % 2, machine, at);
              case 2 ->
                  shop.order(
                      key("K" + cart), "12", Optional.of(new ByMessage(message, 1, "email")));
              default -> shop.stores.messages().note(customer, message, event, at);
            }
          });
    }
    return reports;
  }
}
