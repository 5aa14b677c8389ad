package com.ceap.lambdas.report;

import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.program.Program;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the figures of days together from what changed. Pure; for one thread. */
final class DayAggregation {
  private static final int SHARE_DIGITS = 6;
  private static final String PRODUCT = "product";

  private final Program program;
  private final ProgramChanges changes;
  private final Map<CandidateKey, List<TrackedMessage>> byCandidate = new HashMap<>();

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
        sums.groups.merge(group(message.message()), figures(message), Figures::plus);
      }
    }
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
        sent ? cost(message) : Money.NONE);
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

  private void add(LocalDate day, CandidateKey key, Conversion sale, Sums sums) {
    Optional<TrackedMessage> by =
        sale.by().flatMap(a -> Optional.ofNullable(changes.messages().get(a.messageId())));
    // To the credit of a message that is older than what is read: its day has its figures.
    boolean older = by.isEmpty() && sale.by().isPresent();
    Instant counted = by.map(message -> message.trail().recordedAt()).orElse(sale.at());
    if (older || !on(day, counted)) {
      return;
    }
    Group group = by.map(message -> group(message.message())).orElse(Group.WITHOUT_MESSAGE);
    sums.groups.merge(
        group, Figures.sold(currency(sale), sale.revenue(), discount(key, sale)), Figures::plus);
    if (by.isPresent()) {
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
    Duration window =
        Duration.ofDays(program.forMarketplace(key.marketplace()).delivery().attributionDays());
    TreeSet<String> channels = new TreeSet<>();
    for (TrackedMessage message : byCandidate.getOrDefault(key, List.of())) {
      Instant at = message.trail().recordedAt();
      if (message.message().state().wentOut()
          && !at.isAfter(sale.at())
          && !at.plus(window).isBefore(sale.at())) {
        channels.add(message.message().channel());
      }
    }
    sale.by().map(Attribution::channel).ifPresent(channels::add);
    BigDecimal part =
        BigDecimal.ONE.divide(
            BigDecimal.valueOf(channels.size()), SHARE_DIGITS, RoundingMode.HALF_UP);
    channels.forEach(channel -> sums.shares.merge(channel, part, BigDecimal::add));
  }
}
