package com.ceap.lambdas.report;

import com.ceap.model.program.Program;
import com.ceap.storage.Run;
import com.ceap.storage.RunRepository;
import com.ceap.storage.table.ChangeFeed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the figures of a program's last days together, each from all that changed until now: what a
 * message leads to comes in for days after it. Doing it again gives the same figures, unless more
 * has come in. Thread-safe.
 */
public final class DailyFigures {
  /** How many days before a day its own and theirs are put together. */
  public static final int BEFORE = 7;

  /** How far back of these their touches and decisions lie: what a feed remembers besides. */
  private static final int RESTING_ON = ChangeFeed.DAYS - 1 - BEFORE;

  private static final int MOST_RUNS = 50;

  private final ChangeFeed feed;
  private final RunRepository runs;
  private final MetricsStore metrics;

  public DailyFigures(ChangeFeed feed, RunRepository runs, MetricsStore metrics) {
    this.feed = feed;
    this.runs = runs;
    this.metrics = metrics;
  }

  /**
   * Writes the figures of a day and of those before it that may still change, leaving out days on
   * which nothing happened.
   *
   * @param last today, or a day that is over for no longer than a day
   * @return what was written, the earliest day first
   */
  public List<DayMetrics> refresh(Program program, LocalDate last) {
    LocalDate first = last.minusDays(BEFORE);
    ProgramChanges changes = ProgramChanges.read(feed, program, first, last);
    changes.readBefore(feed, first.minusDays(RESTING_ON), first);
    DayAggregation days = new DayAggregation(program, changes);
    List<Run> all = runs.latest(program.programId(), MOST_RUNS);
    List<DayMetrics> written = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      DayMetrics figures = days.of(day, runsOf(day, all));
      if (!figures.isEmpty() || metrics.find(program.programId(), day).isPresent()) {
        metrics.write(figures);
        written.add(figures);
      }
    }
    return written;
  }

  private static List<RunFigures> runsOf(LocalDate day, List<Run> all) {
    return all.stream()
        .filter(run -> LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC).equals(day))
        .filter(run -> !run.summary().isEmpty())
        .map(RunSummaries::figures)
        .toList();
  }
}
