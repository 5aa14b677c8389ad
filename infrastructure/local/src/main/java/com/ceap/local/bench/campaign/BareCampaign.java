package com.ceap.local.bench.campaign;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.MessageContent;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.CeapTables;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What no campaign can do without: the e-mail composed of what is at hand, a ledger and a message
 * written on condition. Nothing is read, nothing decided. Thread-safe.
 */
final class BareCampaign {
  private static final int CONTENTS = 100;

  private final MessageComposer composer;
  private final Table table;
  private final List<MessageContent> contents = new ArrayList<>();

  BareCampaign(MessageComposer composer, Table table) {
    this.composer = composer;
    this.table = table;
    for (int i = 0; i < CONTENTS; i++) {
      contents.add(content(i));
    }
  }

  private static MessageContent content(int i) {
    List<ScoredCandidate> candidates =
        List.of(NightlyRun.candidate(i, i), NightlyRun.candidate(i, i + 7));
    Map<String, Product> products =
        Map.of("P" + i, NightlyRun.product(i), "P" + (i + 7), NightlyRun.product(i + 7));
    return new MessageContent(
        "m" + i,
        NightlyRun.customer(i),
        candidates,
        products,
        Optional.of(new MessageContent.Offer(15, "RECO15")),
        NightlyRun.STORED.plus(Duration.ofDays(1)),
        NightlyRun.STORED);
  }

  /** One message. */
  void send(int i) {
    if (composer.compose(contents.get(i % CONTENTS)) instanceof Composition.NotComposed) {
      throw new IllegalStateException("the benchmark's message cannot be composed");
    }
    put(ledger(i));
    put(message(i));
  }

  private void put(Item item) {
    if (!table.put(item, Condition.ABSENT).written()) {
      throw new IllegalStateException("the benchmark's table is not empty");
    }
  }

  private static Item ledger(int i) {
    Value none = new Value.ListOf(List.of());
    Item send =
        Item.builder()
            .with("id", "0123456789abcdef0123456789abcdef" + i)
            .with("at", NightlyRun.STORED.toEpochMilli())
            .with("program", NightlyRun.PROGRAM)
            .with("channel", "email")
            .with("lease", NightlyRun.STORED.toEpochMilli())
            .with("reservation", 1)
            .build();
    return Item.builder()
        .withAll(CeapTables.CANDIDATES.keyItem(Key.of("C" + i, "0LEDGER")))
        .with("version", 1)
        .with("consent", none)
        .with("suppressions", none)
        .with("exits", none)
        .with("purchases", none)
        .with("sends", new Value.ListOf(List.of(new Value.MapOf(send))))
        .build();
  }

  private static Item message(int i) {
    String id = "0123456789abcdef0123456789abcdef" + i;
    return Item.builder()
        .withAll(CeapTables.CANDIDATES.keyItem(Key.of("C" + i, "4MESSAGE#" + id)))
        .with("id", id)
        .with("program", NightlyRun.PROGRAM)
        .with("marketplace", "UK")
        .with("subjectType", "product")
        .with("subjectId", "P" + i)
        .with("channel", "email")
        .with("type", "email")
        .with("touch", 0)
        .with("state", "SENT")
        .with("rank", 2)
        .with("at", NightlyRun.STORED.toEpochMilli())
        .with("provider", id)
        .with("version", "0123456789abcdef")
        .with(CeapTables.CANDIDATES.ttlAttribute(), 4_000_000_000L)
        .build();
  }
}
