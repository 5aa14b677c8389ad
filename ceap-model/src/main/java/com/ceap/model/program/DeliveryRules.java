package com.ceap.model.program;

import com.ceap.model.Consent;
import com.ceap.model.SendCap;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds for every message of a program that is pushed to the customer. */
public record DeliveryRules(
    @Key("Hours of the customer's local time in which nothing is pushed; none unless given.")
        Optional<QuietHours> quietHours,
    @Key(
            value =
                "How late a message may go out after its time, as an ISO 8601 duration; later it is"
                    + " suppressed.",
            defaultYaml = "PT12H")
        String maxLateness,
    @Key(value = "How many messages a second the program sends at most, at least 1.", min = 1)
        Optional<Integer> messagesPerSecond,
    @Key(
            value = "Caps over messages, also of other programs, besides those of the filters.",
            defaultYaml = "[]")
        List<Cap> caps,
    @Key(
            value = "How many days after a message a purchase is counted as its success.",
            defaultYaml = "7",
            min = 1)
        int attributionDays) {
  public static final DeliveryRules DEFAULT =
      new DeliveryRules(Optional.empty(), "PT12H", Optional.empty(), List.of(), 7);

  /** A cap as its owner writes it. */
  public record Cap(
      @Key("The channel, by id or type, whose messages count; unless given, every channel.")
          Optional<String> channel,
      @Key(value = "How many messages are allowed, at least 1.", min = 1) int max,
      @Key(value = "The rolling window in hours, at least 1.", min = 1) int windowHours,
      @Key(
              value =
                  "The programs whose messages count: ids, or \"all\"; unless given, this program.",
              defaultYaml = "[]")
          List<String> programs) {
    SendCap of(String programId) {
      Set<String> counted = programs.isEmpty() ? Set.of(programId) : Set.copyOf(programs);
      return new SendCap(
          counted.contains(Consent.ALL) ? Set.of() : counted,
          channel.map(Set::of).orElse(Set.of()),
          max,
          Duration.ofHours(windowHours));
    }
  }

  public DeliveryRules {
    caps = List.copyOf(caps);
    parse(maxLateness);
  }

  public Duration lateness() {
    return parse(maxLateness);
  }

  /** The caps of a program with these rules. */
  public List<SendCap> capsOf(String programId) {
    return caps.stream().map(cap -> cap.of(programId)).toList();
  }

  private static Duration parse(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
      throw unreadable(text, null);
    } catch (DateTimeParseException e) {
      throw unreadable(text, e);
    }
  }

  private static IllegalArgumentException unreadable(String text, Exception cause) {
    return new IllegalArgumentException(
        "maxLateness must be an ISO 8601 duration such as \"PT12H\", was \"" + text + "\"", cause);
  }
}
