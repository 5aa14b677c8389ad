package com.ceap.local.story;

import com.ceap.lambdas.journey.Journey;
import com.ceap.lambdas.journey.Touch;
import com.ceap.local.bus.PutEntry;
import com.ceap.local.sample.AbandonedCarts;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Customers leave carts; the clock is moved through the journey, from one due moment to the next;
 * before and after each touch some customers buy, empty their cart or opt out. Everything comes in
 * through the bus, and what became of it is read from the store.
 */
public final class CartStory {
  private static final Duration BEFORE_THE_FIRST = Duration.ofMinutes(20);
  private static final Duration TO_THINK = Duration.ofHours(2);

  private final StoryPlace place;
  private final Instant begin;
  private final List<StoryCart> carts;
  private final Shoppers shoppers;
  private final StoryEvents events;
  private final Readers readers;
  private final List<Touch> touches;
  private long emptied;
  private long optedOut;

  /**
   * A story that begins at the platform's present moment, where its clock stops.
   *
   * @param shop whose customers, products and seed it has; the same ones make the same story
   * @param carts how many are left
   */
  public CartStory(StoryPlace place, SampleShopConfig shop, int carts) {
    var _ = place.platform().clock().stop();
    this.place = place;
    this.begin = place.now().truncatedTo(ChronoUnit.MINUTES);
    this.carts =
        new StoryCarts(new AbandonedCarts(shop), shop.seed(), begin, place.bus().accepted())
            .first(carts);
    this.shoppers = new Shoppers(shop.seed());
    this.events = new StoryEvents(place.program().eventSources().getFirst().eventBusName());
    this.readers = new Readers(shop.seed(), events);
    this.touches = Journey.of(place.program()).touches();
  }

  /** Tells it from beginning to end; once. */
  public StoryFigures tell() {
    EventsWatch watch = EventsWatch.begin(place);
    List<PutEntry> left = carts.stream().flatMap(c -> events.abandoned(c).stream()).toList();
    place.put(left);
    // A duplicate that came while the first was being decided waits for a moment.
    place.moveTo(begin.plus(BEFORE_THE_FIRST));
    StoryTally begun = tally();
    EventFigures decided = watch.since(left.size(), begun);
    List<StoryCart> journeys = begun.journeys();
    answer(journeys, 0);
    for (Touch touch : touches) {
      place.moveTo(begin.plus(touch.delay()));
      place.moveTo(begin.plus(touch.delay()).plus(TO_THINK));
      answer(journeys, touch.number());
    }
    return figures(decided);
  }

  private StoryTally tally() {
    return StoryTally.of(carts, place::records);
  }

  /** Lets everybody whose journey goes on do something, or nothing. */
  private void answer(List<StoryCart> journeys, int moment) {
    List<PutEntry> answers = new ArrayList<>();
    for (StoryCart cart : journeys) {
      StoryRecords records = place.records(cart);
      if (records.outcome().isEmpty()) {
        Answer answer = answer(cart, records, moment);
        reached(records, moment)
            .ifPresent(
                message ->
                    answers.addAll(readers.of(cart, message, answer instanceof Answer.Buys)));
        event(cart, answer).ifPresent(answers::add);
      }
    }
    place.put(answers);
  }

  private Answer answer(StoryCart cart, StoryRecords records, int moment) {
    return reached(records, moment).isPresent()
        ? shoppers.to(cart, moment, records.offer())
        : shoppers.unprompted(cart, moment);
  }

  /** The message of a moment, where the customer got one. */
  private static Optional<Message> reached(StoryRecords records, int moment) {
    return records.message(moment).filter(message -> StoryTally.sent(message.state()));
  }

  private Optional<PutEntry> event(StoryCart cart, Answer answer) {
    Instant at = place.now();
    return switch (answer) {
      case Answer.Buys(var paid) -> Optional.of(events.bought(cart, paid, at));
      case Answer.Empties _ -> {
        emptied++;
        yield Optional.of(events.emptied(cart, at));
      }
      case Answer.OptsOut _ -> {
        optedOut++;
        yield Optional.of(events.optedOut(cart, at));
      }
      case Answer.Waits _ -> Optional.empty();
    };
  }

  private StoryFigures figures(EventFigures decided) {
    StoryTally tally = tally();
    return new StoryFigures(
        place.program().programId(),
        begin,
        place.now(),
        carts.size(),
        decided,
        touches.stream().map(tally::touch).toList(),
        tally.unprompted(),
        emptied,
        optedOut,
        tally.example());
  }
}
