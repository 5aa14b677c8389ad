package com.ceap.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.outbox.LocalOutbox;
import com.ceap.local.outbox.OutboxQuery;
import com.ceap.local.reactive.CartShop;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.Conversion;
import com.ceap.storage.CustomerCandidates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story on a small shop, with what it says held against what is stored. */
final class CartStoryE2ET {
  private static final int CARTS = 120;

  @TempDir private static Path shared;
  @TempDir private Path folder;
  private static Path models;

  @BeforeAll
  static void train() {
    models = shared.resolve("models");
    CartShop.train(models);
  }

  @Test
  void theTableSaysWhatIsStored() throws IOException {
    try (StoryTheatre theatre = new StoryTheatre(folder.resolve("a"), models, 42)) {
      StoryFigures story = theatre.tell(CARTS);

      everyEventIsAccountedFor(story.events());
      everyMessageIsCounted(story, messages(theatre));
      everySaleIsCounted(story, conversions(theatre));
      assertThat(LocalOutbox.of(theatre.platform.data()).list(OutboxQuery.ALL))
          .hasSize((int) story.touches().stream().mapToLong(TouchFigures::sent).sum());
      nobodyIsWrittenToAfterBuying(theatre);
    }
  }

  @Test
  void theSameSeedTellsTheSameStoryAndAnotherAnother() throws IOException {
    StoryFigures one = told("a", 42);

    assertThat(told("b", 42)).isEqualTo(one);
    assertThat(StoryText.of(told("c", 43))).isNotEqualTo(StoryText.of(one));
  }

  private StoryFigures told(String name, long seed) throws IOException {
    try (StoryTheatre theatre = new StoryTheatre(folder.resolve(name), models, seed)) {
      return theatre.tell(60);
    }
  }

  private static void everyEventIsAccountedFor(EventFigures events) {
    assertThat(events.accounted()).isEqualTo(events.published());
    assertThat(events.published()).isGreaterThan(CARTS);
    assertThat(events.candidates()).isPositive();
    assertThat(events.duplicates()).isPositive();
    assertThat(events.unmatched()).isPositive();
    assertThat(events.rejected()).isNotEmpty();
    assertThat(events.dead()).isNotEmpty();
  }

  private static void everyMessageIsCounted(StoryFigures story, List<Message> stored) {
    assertThat(story.touches()).hasSize(3);
    assertThat(story.touches().getFirst().messages()).isEqualTo(story.events().candidates());
    for (TouchFigures touch : story.touches()) {
      List<Message> messages =
          stored.stream().filter(message -> message.touch() == touch.number()).toList();
      assertThat(touch.messages()).isEqualTo(messages.size());
      assertThat(touch.sent())
          .isEqualTo(messages.stream().filter(m -> m.state().wentOut()).count());
      assertThat(EventFigures.sum(touch.suppressed()))
          .isEqualTo(messages.stream().filter(m -> m.state() == MessageState.SUPPRESSED).count());
      assertThat(touch.sales().orders())
          .isEqualTo(messages.stream().filter(m -> m.state() == MessageState.CONVERTED).count());
    }
  }

  private static void everySaleIsCounted(StoryFigures story, List<Conversion> stored) {
    assertThat(story.sales().orders()).isEqualTo(stored.size()).isPositive();
    Map<String, BigDecimal> revenue = new HashMap<>();
    stored.forEach(
        order -> revenue.merge(order.currency().orElseThrow(), order.revenue(), BigDecimal::add));
    assertThat(story.sales().revenue()).isEqualTo(revenue);
  }

  private static void nobodyIsWrittenToAfterBuying(StoryTheatre theatre) {
    for (Message message : messages(theatre)) {
      CustomerCandidates all =
          theatre.platform.stores().candidates().find(message.candidate().customerId());
      Conversion order = all.conversions().get(message.candidate());
      if (order != null && message.state() == MessageState.SENT) {
        assertThat(message.at()).isBefore(order.at());
      }
    }
  }

  private static List<Message> messages(StoryTheatre theatre) {
    return customers()
        .flatMap(id -> theatre.platform.stores().messages().ofCustomer(id).stream())
        .toList();
  }

  private static List<Conversion> conversions(StoryTheatre theatre) {
    return customers()
        .flatMap(
            id -> theatre.platform.stores().candidates().find(id).conversions().values().stream())
        .toList();
  }

  private static Stream<String> customers() {
    return LongStream.range(0, 400).mapToObj("C%07d"::formatted);
  }
}
