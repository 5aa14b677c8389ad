package com.ceap.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was reported of a message. Only times are kept, so that what it says does not depend on the
 * order of the reports or on how often they came; docs/concepts/feedback.md gives the rules.
 *
 * @param recordedAt when the message was recorded first
 * @param clicks by the link that was followed
 */
public record MessageTrail(
    Instant recordedAt, Map<MessageEvent, Span> events, Map<String, Span> clicks) {
  /** Sooner after its delivery nobody reads an e-mail. */
  public static final Duration TOO_SOON = Duration.ofSeconds(10);

  /** Nobody follows two links of a message within so short a time. */
  public static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final String EMAIL = "email";

  public MessageTrail {
    Map<MessageEvent, Span> ordered = new EnumMap<>(MessageEvent.class);
    ordered.putAll(events);
    events = Collections.unmodifiableMap(ordered);
    clicks = Map.copyOf(clicks);
  }

  /** When something was reported, where it was. */
  public Optional<Span> of(MessageEvent event) {
    return Optional.ofNullable(events.get(event));
  }

  /** Whether a person has opened it: to follow one of its links is to have opened it. */
  public boolean opened(String channelType) {
    boolean seen =
        of(MessageEvent.OPENED).filter(span -> late(span.last(), channelType)).isPresent();
    return seen || clicked(channelType);
  }

  /** Whether a person has followed one of its links. */
  public boolean clicked(String channelType) {
    return clicks.entrySet().stream()
        .anyMatch(
            click ->
                click.getValue().times().anyMatch(at -> byPerson(click.getKey(), at, channelType)));
  }

  private boolean byPerson(String link, Instant at, String channelType) {
    return late(at, channelType)
        && clicks.entrySet().stream()
            .filter(other -> !other.getKey().equals(link))
            .flatMap(other -> other.getValue().times())
            .noneMatch(time -> Duration.between(time, at).abs().compareTo(AT_ONCE) <= 0);
  }

  /** Only mail is looked at by machines on its way; a telephone lights up at once. */
  private boolean late(Instant at, String channelType) {
    return !channelType.equals(EMAIL) || !at.isBefore(arrived().plus(TOO_SOON));
  }

  private Instant arrived() {
    return of(MessageEvent.DELIVERED).map(Span::first).orElse(recordedAt);
  }

  /** Whether machines alone have looked at it. */
  public boolean machinesOnly(String channelType) {
    boolean looked =
        Stream.of(MessageEvent.OPENED, MessageEvent.OPENED_BY_MACHINE, MessageEvent.SCANNED)
                .anyMatch(events::containsKey)
            || !clicks.isEmpty();
    return looked && !opened(channelType);
  }
}
