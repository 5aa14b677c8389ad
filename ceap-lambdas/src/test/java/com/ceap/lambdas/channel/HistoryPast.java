package com.ceap.lambdas.channel;

import com.ceap.lambdas.journey.Journey;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.Program;
import com.ceap.model.program.QuietHours;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What a history begins with: programs whose caps may be shared, and journeys of one or two
 * customers. The same seed gives the same.
 */
record HistoryPast(List<Program> programs, List<Course> courses) {
  static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
  private static final List<String> TYPES = List.of("email", "sms", "push");
  private static final int[] DELAYS = {0, 1, 2, 24};
  private static final int[] WINDOWS = {2, 24, 48};

  /**
   * A journey.
   *
   * @param storedAt when its candidate comes into the store
   */
  record Course(CandidateKey key, Instant eventTime, Instant storedAt, List<Touch> touches) {
    void store(Stores stores) {
      Candidate candidate =
          new Candidate(key, Context.EMPTY, Attributes.EMPTY, List.of(), eventTime);
      ScoredCandidate decision =
          new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.empty());
      RunStamp stamp = new RunStamp("r", LocalDate.EPOCH, eventTime, Duration.ofDays(7));
      stores.candidates().storeAll(stamp, List.of(decision));
    }

    void importCustomer(Stores stores) {
      Optional<String> none = Optional.empty();
      Customer customer =
          new Customer(
              key.customerId(),
              Customer.Status.ACTIVE,
              none,
              none,
              Optional.of(ZoneId.of("America/New_York")),
              none,
              none,
              none,
              true,
              List.of());
      stores.customers().importAll(List.of(new Versioned<>(customer, START)));
    }
  }

  static HistoryPast of(SplittableRandom random) {
    List<Program> programs = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    boolean shared = random.nextBoolean();
    int max = 1 + random.nextInt(3);
    int window = WINDOWS[random.nextInt(WINDOWS.length)];
    for (int i = 0; i < count; i++) {
      ProgramDraft draft = draft(random, "p" + i);
      if (shared) {
        draft.cap(Optional.empty(), max, window);
      } else if (random.nextInt(3) > 0) {
        Optional<String> channel =
            random.nextBoolean() ? Optional.empty() : Optional.of(pick(random, TYPES));
        draft.cap(channel, 1 + random.nextInt(2), WINDOWS[random.nextInt(3)], "p" + i);
      }
      programs.add(draft.build());
    }
    List<Course> courses = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      courses.add(course(random, pick(random, programs), i));
    }
    return new HistoryPast(List.copyOf(programs), List.copyOf(courses));
  }

  private static ProgramDraft draft(SplittableRandom random, String id) {
    ProgramDraft draft = new ProgramDraft(id);
    int[] delays = random.ints(1 + random.nextInt(3), 0, DELAYS.length).toArray();
    Arrays.sort(delays);
    for (int i = 0; i < delays.length; i++) {
      String type = TYPES.get(i);
      draft.channel(
          type.substring(0, 1),
          type,
          Duration.ofHours(DELAYS[delays[i]]),
          true,
          random.nextInt(10) == 0,
          random.nextBoolean());
    }
    if (random.nextInt(4) == 0) {
      draft.messagesPerSecond = Optional.of(1 + random.nextInt(3));
    }
    if (random.nextInt(4) == 0) {
      LocalTime from = LocalTime.of(random.nextInt(24), 0);
      draft.quietHours = Optional.of(new QuietHours(from, from.plusHours(6)));
    }
    draft.maxLateness = pick(random, List.of("PT1H", "PT12H", "PT48H"));
    return draft;
  }

  private static Course course(SplittableRandom random, Program program, int number) {
    String customer = random.nextInt(4) == 0 ? "C2" : "C1";
    CandidateKey key =
        new CandidateKey(
            customer, program.programId(), "US", new Subject("cart", "CART-" + number));
    Instant left = START.minus(Duration.ofMinutes(random.nextInt(120)));
    Instant stored =
        random.nextInt(6) == 0 ? START.plus(Duration.ofMinutes(random.nextInt(200))) : START;
    return new Course(key, left, stored, Journey.of(program).touches());
  }

  private static <T> T pick(SplittableRandom random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
