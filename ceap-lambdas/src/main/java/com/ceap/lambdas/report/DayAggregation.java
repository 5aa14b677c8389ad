package com.ceap.lambdas.report;

import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.MessageEvent;
import com.ceap.storage.TrackedMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Puts the figures of days together from what changed. Pure; for one thread. */
final class DayAggregation {
  private static final int SHARE_DIGITS = 6;
  private static final String PRODUCT = "product";

  private final Program program;
  private final ProgramChanges changes;
  private final Map<CandidateKey, List<TrackedMessage>> byCandidate = new HashMap<>();
  private final Map<CandidateKey, List<Map.Entry<Seen.On, Seen>>> showings = new HashMap<>();

  DayAggregation(Program program, ProgramChanges changes) {
    this.program = program;
    this.changes = changes;
    changes
        .messages()
        .values()
        .forEach(
            message ->
                byCandidate
                    .computeIfAbsent(message.message().candidate(), _ -> new ArrayList<>())
                    .add(message));
    changes
        .seen()
        .entrySet()
        .forEach(
            seen ->
                showings
                    .computeIfAbsent(seen.getKey().candidate(), _ -> new ArrayList<>())
                    .add(seen));
  }

  /** What is being added up of a day. */
  private static final class Sums {
    final SortedMap<Group, Figures> groups = new TreeMap<>();
    final SortedMap<String, BigDecimal> shares = new TreeMap<>();
    final SortedMap<String, ProductFigures> products = new TreeMap<>();
  }

  /** The figures of a day. */
  DayMetrics of(LocalDate day, List<RunFigures> runs) {
    Sums sums = new Sums();
    for (TrackedMessage message : changes.messages().values()) {
      if (on(day, message.trail().recordedAt())) {
        merge(sums, group(message.message()), figures(message));
      }
    }
    showings(day).forEach((group, shown) -> merge(sums, group, Figures.shown(shown)));
    changes.conversions().forEach((key, sale) -> add(day, key, sale, sums));
    return new DayMetrics(
        program.programId(),
        day,
        runs,
        changes.stored(day),
        sums.groups,
        sums.shares,
        sums.products);
  }

  private static void merge(Sums sums, Group group, Figures figures) {
    sums.groups.merge(group, figures, Figures::plus);
  }

  private SortedMap<Group, Showings> showings(LocalDate day) {
    ShowingTally tally = new ShowingTally();
    changes
        .seen()
        .forEach(
            (on, seen) -> {
              if (on.day().equals(day)) {
                tally.add(app(on.candidate(), on.channel()), on, seen);
              }
            });
    return tally.sums();
  }

  private Group app(CandidateKey candidate, String channel) {
    String id = channel.isEmpty() ? Group.UNNAMED_APP : channel;
    String type =
        program.channels().stream()
            .filter(spec -> spec.channelId().equals(id))
            .map(ChannelSpec::type)
            .findFirst()
            .orElse(id);
    return new Group(id, type, 0, changes.decision(candidate).treatment());
  }

  private static boolean on(LocalDate day, Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).equals(day);
  }

  private Group group(Message message) {
    return new Group(
        message.channel(),
        message.channelType(),
        message.touch(),
        changes.decision(message.candidate()).treatment());
  }

  private Figures figures(TrackedMessage tracked) {
    Message message = tracked.message();
    boolean sent = isSent(message.state());
    boolean bounced = tracked.trail().of(MessageEvent.BOUNCED).isPresent();
    boolean opened = sent && tracked.opened();
    boolean machines = sent && tracked.trail().machinesOnly(message.channelType());
    boolean told = tracked.trail().of(MessageEvent.DELIVERED).isPresent();
    return new Figures(
        one(sent),
        one(message.state() == MessageState.UNKNOWN),
        one(message.state() == MessageState.SHADOWED),
        reason(message, MessageState.SUPPRESSED),
        reason(message, MessageState.FAILED),
        one(opened || (sent && !bounced && (told || machines))),
        one(sent && bounced && !opened),
        one(opened),
        one(sent && tracked.clicked()),
        one(machines),
        one(sent && tracked.trail().of(MessageEvent.COMPLAINED).isPresent()),
        one(sent && tracked.trail().of(MessageEvent.UNSUBSCRIBED).isPresent()),
        new TreeMap<>(),
        Money.NONE,
        Money.NONE,
        sent ? cost(message) : Money.NONE,
        Showings.NONE);
  }

  private static boolean isSent(MessageState state) {
    return state.wentOut() && state != MessageState.UNKNOWN;
  }

  private static long one(boolean holds) {
    return holds ? 1 : 0;
  }

  private static SortedMap<String, Long> reason(Message message, MessageState state) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    if (message.state() == state) {
      reasons.put(message.reason().orElse("OTHER"), 1L);
    }
    return reasons;
  }

  private Money cost(Message message) {
    return Money.of(program.costs().currency(), program.costs().of(message.channelType()));
  }

  /** Where an order counts, and when. */
  private record Credit(Group group, Instant at) {}

  private void add(LocalDate day, CandidateKey key, Conversion sale, Sums sums) {
    credit(key, sale)
        .filter(credit -> on(day, credit.at()))
        .ifPresent(credit -> add(credit.group(), key, sale, sums));
  }

  /** Empty to the credit of a message that is older than what is read: its day has its figures. */
  private Optional<Credit> credit(CandidateKey key, Conversion sale) {
    if (sale.by().isEmpty()) {
      return Optional.of(new Credit(Group.WITHOUT_MESSAGE, sale.at()));
    }
    return switch (sale.by().get()) {
      case ByMessage message ->
          Optional.ofNullable(changes.messages().get(message.messageId()))
              .map(sent -> new Credit(group(sent.message()), sent.trail().recordedAt()));
      case ByShowing(String channel, Instant at) -> Optional.of(new Credit(app(key, channel), at));
    };
  }

  private void add(Group group, CandidateKey key, Conversion sale, Sums sums) {
    merge(sums, group, Figures.sold(currency(sale), sale.revenue(), discount(key, sale)));
    if (sale.by().isPresent()) {
      share(key, sale, sums);
    }
    if (key.subject().type().equals(PRODUCT)) {
      String product = key.subject().id();
      sums.products.merge(
          product, new ProductFigures(product, 1, revenue(sale)), ProductFigures::plus);
    }
  }

  private static String currency(Conversion sale) {
    return sale.currency().orElse("");
  }

  private static Money revenue(Conversion sale) {
    return Money.of(currency(sale), sale.revenue());
  }

  /** What the order would have cost more without the offer, which is taken to have been used. */
  private Money discount(CandidateKey key, Conversion sale) {
    int percent = changes.decision(key).discountPercent();
    if (sale.by().isEmpty() || percent <= 0 || percent >= 100) {
      return Money.NONE;
    }
    BigDecimal off =
        sale.revenue()
            .multiply(BigDecimal.valueOf(percent))
            .divide(BigDecimal.valueOf(100L - percent), 2, RoundingMode.HALF_UP);
    return Money.of(currency(sale), off);
  }

  /** One order in equal parts to each channel by which the customer had heard of it. */
  private void share(CandidateKey key, Conversion sale, Sums sums) {
    NavigableSet<String> channels = heardOf(key, sale.at());
    sale.by().map(Attribution::channel).ifPresent(channels::add);
    BigDecimal part =
        BigDecimal.ONE.divide(
            BigDecimal.valueOf(channels.size()), SHARE_DIGITS, RoundingMode.HALF_UP);
    channels.forEach(channel -> sums.shares.merge(channel, part, BigDecimal::add));
  }

  private NavigableSet<String> heardOf(CandidateKey key, Instant bought) {
    Duration window =
        Duration.ofDays(program.forMarketplace(key.marketplace()).delivery().attributionDays());
    Predicate<Instant> before = at -> !at.isAfter(bought) && !at.plus(window).isBefore(bought);
    NavigableSet<String> channels = new TreeSet<>();
    for (TrackedMessage message : byCandidate.getOrDefault(key, List.of())) {
      if (message.message().state().wentOut() && before.test(message.trail().recordedAt())) {
        channels.add(message.message().channel());
      }
    }
    for (Map.Entry<Seen.On, Seen> seen : showings.getOrDefault(key, List.of())) {
      if (before.test(seen.getValue().first())) {
        channels.add(app(key, seen.getKey().channel()).channel());
      }
    }
    return channels;
  }
}
