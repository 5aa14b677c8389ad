package com.ceap.lambdas.channel;

import com.ceap.lambdas.channel.HistoryPast.Course;
import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import com.ceap.storage.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What happens to customers and programs while their journeys go on; all of it at one moment. */
record HistoryEvents(
    SplittableRandom random,
    HistoryPast past,
    Stores truth,
    PublishedVersions programs,
    HistoryLaws laws) {
  void happen(Instant now) {
    Course course = past.courses().get(random.nextInt(past.courses().size()));
    switch (random.nextInt(10)) {
      case 0, 1 -> write(course, new LedgerEntry.Exited(exit(course, now)));
      case 2, 3 -> write(course, new LedgerEntry.Consented(consent(course), now));
      case 4 -> write(course, new LedgerEntry.Closed(new Suppression(type(course), "STOP", now)));
      case 5 ->
          truth
              .outcomes()
              .record(course.key(), Outcome.CONVERTED, now, now.plus(Duration.ofDays(30)));
      case 6 -> truth.controls().pause(course.key().programId(), channel(course));
      case 7 -> truth.controls().resume(course.key().programId(), channel(course));
      case 8 -> publish(course);
      default -> delivered(course, now);
    }
    laws.look();
  }

  void resumeAll() {
    for (Course course : past.courses()) {
      String program = course.key().programId();
      truth.controls().resume(program, Optional.empty());
      course
          .touches()
          .forEach(t -> truth.controls().resume(program, Optional.of(t.channel().channelId())));
    }
  }

  private void write(Course course, LedgerEntry entry) {
    truth.ledgers().update(course.key().customerId(), _ -> LedgerChange.of("", entry));
  }

  private Exit exit(Course course, Instant now) {
    return new Exit(
        course.key().programId(),
        random.nextBoolean() ? Optional.of(course.key().subject()) : Optional.empty(),
        "OrderPlaced",
        now);
  }

  private Consent consent(Course course) {
    return new Consent(
        course.key().customerId(),
        random.nextBoolean() ? Consent.ALL : course.key().programId(),
        random.nextInt(3) == 0 ? Consent.ALL : type(course),
        random.nextInt(3) > 0);
  }

  private String type(Course course) {
    return course.touches().get(random.nextInt(course.touches().size())).channel().type();
  }

  private Optional<String> channel(Course course) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(course.touches().getFirst().channel().channelId());
  }

  /** Another version, which has something switched off or another shadow. */
  private void publish(Course course) {
    Program program = programs.newest(course.key().programId()).orElseThrow();
    List<ChannelSpec> channels =
        program.channels().stream()
            .map(
                c ->
                    new ChannelSpec(
                        c.channelId(),
                        c.type(),
                        random.nextInt(3) > 0,
                        c.priority(),
                        random.nextInt(4) == 0,
                        c.config()))
            .toList();
    laws.shadowMayBeLifted();
    programs.publish(ProgramDraft.again(program, random.nextInt(6) > 0, channels));
  }

  private void delivered(Course course, Instant now) {
    for (Message message : truth.messages().ofCustomer(course.key().customerId())) {
      if (message.state() == MessageState.SENT) {
        truth
            .messages()
            .advance(
                course.key().customerId(),
                message.messageId(),
                MessageState.DELIVERED,
                now,
                Optional.empty());
      }
    }
  }
}
