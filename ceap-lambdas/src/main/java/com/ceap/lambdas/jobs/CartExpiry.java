package com.ceap.lambdas.jobs;

import com.ceap.model.program.AwsSchedule;
import com.ceap.model.program.Program;
import com.ceap.storage.CandidatePage;
import com.ceap.storage.Cursor;
import com.ceap.storage.Outcome;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import com.ceap.storage.ValueBand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Marks carts whose candidates' life ends before the next look. Readers do not see a candidate any
 * more once its life is over, so that this is the last moment; the mark takes hold when the life
 * ends, gives way to whatever else becomes of the cart until then, and goes soon after, so that the
 * same cart may be left again.
 */
public final class CartExpiry implements Job {
  private static final int PAGE = 1_000;
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final Stores stores;

  public CartExpiry(Stores stores) {
    this.stores = stores;
  }

  @Override
  public JobPlan plan() {
    return Timetable.CART_EXPIRY;
  }

  @Override
  public JobResult run(JobRun run) {
    Program program = run.requireProgram();
    Instant until =
        AwsSchedule.parse(program.jobs().cartExpiry()).next(run.slot()).orElse(run.slot());
    long expired = 0;
    for (String band : ValueBand.all()) {
      expired += expire(program, band, run.slot(), until);
    }
    return new JobResult.Done(String.format(Locale.ROOT, "%,d carts are given up", expired));
  }

  private long expire(Program program, String band, Instant from, Instant until) {
    long expired = 0;
    Cursor cursor = Cursor.START;
    while (!cursor.ended()) {
      CandidatePage page = page(program, band, from, cursor);
      expired += mark(page, until);
      cursor = page.next();
    }
    return expired;
  }

  /** Those of the day that is a life ago, and of the one before: the run's day may be later. */
  private CandidatePage page(Program program, String band, Instant now, Cursor cursor) {
    LocalDate oldest =
        LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(program.candidateTTLDays());
    return stores
        .candidates()
        .byCategory(
            program.programId(),
            program.marketplaces(),
            band,
            oldest.minusDays(1),
            oldest.plusDays(1),
            PAGE,
            cursor);
  }

  private long mark(CandidatePage page, Instant until) {
    return page.candidates().stream()
        .filter(stored -> !stored.expires().isAfter(until))
        .filter(this::mark)
        .count();
  }

  private boolean mark(StoredCandidate stored) {
    return stores
        .outcomes()
        .record(
            stored.decision().key(),
            Outcome.EXPIRED,
            stored.expires(),
            stored.expires().plus(REMEMBERED));
  }
}
