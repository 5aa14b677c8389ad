package com.ceap.local.story;

import com.ceap.local.bus.BusCounts;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted in a data folder before the story, so that its own share can be told. */
record EventsWatch(StoryPlace place, BusCounts bus, long letters, long duplicates) {

  static EventsWatch begin(StoryPlace place) {
    return new EventsWatch(
        place, place.bus(), place.reactive().letters().count(), place.totals().get().duplicates());
  }

  /**
   * What became of the events since.
   *
   * @param published how many were put
   * @param tally of their carts
   */
  EventFigures since(long published, StoryTally tally) {
    BusCounts now = place.bus();
    return new EventFigures(
        published,
        now.refused() - bus.refused(),
        now.unmatched() - bus.unmatched(),
        tally.candidates(),
        tally.rejected(),
        place.totals().get().duplicates() - duplicates,
        dead());
  }

  /** Refused entries are dead letters too, and counted as refused. */
  private SortedMap<String, Long> dead() {
    DeadLetters kept = place.reactive().letters();
    SortedMap<String, Long> dead = new TreeMap<>();
    int added = (int) Math.max(0, kept.count() - letters);
    for (DeadLetter letter : added == 0 ? List.<DeadLetter>of() : kept.newest(added)) {
      if (!letter.queue().equals(DeadLetters.BUS)) {
        dead.merge(letter.code().name(), 1L, Long::sum);
      }
    }
    return dead;
  }
}
