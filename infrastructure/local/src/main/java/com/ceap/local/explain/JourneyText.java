package com.ceap.local.explain;

import com.ceap.local.explain.JourneyExplanation.Subject;
import com.ceap.local.explain.JourneyExplanation.TouchState;
import com.ceap.local.run.MoneyText;
import com.ceap.local.run.ScoredText;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.Message;
import com.ceap.model.Rejection;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.Outcome;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.StoredCandidate;
import java.time.Instant;
import java.util.Locale;

/** An explanation of journeys for people. */
public final class JourneyText {
  private final StringBuilder text = new StringBuilder();
  private final Instant now;

  private JourneyText(Instant now) {
    this.now = now;
  }

  /** The explanation as it reads at this moment. */
  public static String of(JourneyExplanation explanation, Instant now) {
    JourneyText writer = new JourneyText(now);
    writer.line(
        "%s: what events of customer %s led to", explanation.programId(), explanation.customerId());
    if (explanation.subjects().isEmpty()) {
      writer.line("  Nothing is recorded: no event of this customer came, or it is forgotten.");
    }
    explanation.subjects().forEach(writer::subject);
    return writer.text.toString();
  }

  private void subject(Subject subject) {
    line(
        "%n%s %s, %s: %s",
        subject.key().subject().type(),
        subject.key().subject().id(),
        subject.key().marketplace(),
        end(subject));
    subject.rejected().ifPresent(event -> line("  event     %s, turned away", event.eventTime()));
    subject.candidate().ifPresent(this::event);
    subject.passed().forEach(filter -> line("  passed    %s", filter));
    subject.rejected().map(RejectedEvent::rejection).ifPresent(this::rejection);
    subject.candidate().ifPresent(this::decision);
    subject.touches().forEach(touch -> touch(touch, subject));
    subject.exits().forEach(this::exit);
    subject.conversion().ifPresent(this::conversion);
  }

  private static String end(Subject subject) {
    if (subject.conversion().isPresent()) {
      return "converted";
    }
    if (subject.candidate().isEmpty()) {
      return subject.rejected().isPresent() ? "rejected" : "expired";
    }
    if (!subject.exits().isEmpty()) {
      return "ended by " + subject.exits().getFirst().event();
    }
    return subject.outcome().map(JourneyText::of).orElse("candidate");
  }

  private static String of(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private void event(StoredCandidate stored) {
    line(
        "  event     %s, decided %s", stored.decision().candidate().eventTime(), stored.storedAt());
  }

  private void rejection(Rejection rejection) {
    line(
        "  rejected  %s: %s, %s",
        rejection.filterId(), rejection.reasonCode(), rejection.sentence());
  }

  private void decision(StoredCandidate stored) {
    text.append(ScoredText.of(stored.decision()));
    stored
        .decision()
        .candidate()
        .attributes()
        .find("offer_code")
        .ifPresent(code -> line("  code      %s", code));
  }

  private void touch(TouchState touch, Subject subject) {
    String what =
        touch
            .message()
            .map(JourneyText::of)
            .orElseGet(() -> waiting(touch, !subject.exits().isEmpty()));
    line("  touch %d   %-6s %s", touch.number(), touch.channel(), what);
  }

  private static String of(Message message) {
    return "%s%s at %s, message %s"
        .formatted(
            message.state(),
            message.reason().map(reason -> " (" + reason + ")").orElse(""),
            message.at(),
            message.messageId());
  }

  private String waiting(TouchState touch, boolean ended) {
    if (ended) {
      return "never comes: the journey has ended";
    }
    return touch.due().isAfter(now) ? "due at " + touch.due() : "waits since " + touch.due();
  }

  private void exit(Exit exit) {
    line("  exit      %s at %s", exit.event(), exit.at());
  }

  private static String counted(Attribution by) {
    return switch (by) {
      case ByMessage message ->
          "counted for touch %d (%s)".formatted(message.touch(), message.channel());
      case ByShowing(String channel, Instant at) -> "counted for %s, at %s".formatted(channel, at);
    };
  }

  private void conversion(Conversion conversion) {
    String currency = conversion.currency().orElse("");
    line(
        "  bought    order %s of %s at %s, %s",
        conversion.orderId(),
        (MoneyText.of(conversion.revenue(), currency) + " " + currency).strip(),
        conversion.at(),
        conversion.by().map(JourneyText::counted).orElse("without a message before"));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
