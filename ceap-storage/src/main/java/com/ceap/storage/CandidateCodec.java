package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.PROGRAM_CATEGORY_DATE;
import static com.ceap.storage.CeapTables.PROGRAM_CHANNEL_SCORE;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Confidence;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A decision as its CANDIDATE item and its INDEX items, and back. */
final class CandidateCodec {

  private final IndexShards shards;

  CandidateCodec(IndexShards shards) {
    this.shards = shards;
  }

  /** Adds the writes of one decision. */
  void addWrites(ScoredCandidate decision, RunStamp run, List<BatchWrite> writes) {
    forEachItem(decision, run, item -> writes.add(BatchWrite.put(item)));
  }

  /** The CANDIDATE item of one decision, then its INDEX items. */
  void forEachItem(ScoredCandidate decision, RunStamp run, Consumer<Item> items) {
    CandidateKey key = decision.key();
    String identity = CandidateKeys.identity(key);
    long ttl = run.expires().getEpochSecond();
    items.accept(candidate(decision, identity, run, ttl));
    for (String channel : decision.candidate().channels()) {
      items.accept(index(decision, identity, channel, ttl));
    }
  }

  private Item candidate(ScoredCandidate decision, String identity, RunStamp run, long ttl) {
    Candidate candidate = decision.candidate();
    Item.Builder item =
        Item.builder()
            .with(CANDIDATES.partitionKey(), decision.key().customerId())
            .with(CANDIDATES.sortKey(), CandidateKeys.CANDIDATE + '#' + identity)
            .with("run", run.runId())
            .with("date", run.businessDate().toString())
            .with("storedAt", Epoch.of(run.at()))
            .with("eventTime", Epoch.of(candidate.eventTime()))
            .with("channels", texts(candidate.channels()))
            .with("context", context(candidate.context()))
            .with("attributes", AttributeCodec.encode(candidate.attributes()))
            .with("features", AttributeCodec.encode(decision.features()))
            .with("scores", scores(decision.scores()))
            .with("score", decision.score())
            .with(CANDIDATES.ttlAttribute(), ttl);
    decision.discountPercent().ifPresent(percent -> item.with("discount", percent));
    category(candidate)
        .ifPresent(
            category ->
                item.with(
                        PROGRAM_CATEGORY_DATE.partition().name(),
                        shards.partition(decision.key(), category))
                    .with(PROGRAM_CATEGORY_DATE.sort().name(), run.businessDate().toString()));
    return item.build();
  }

  private Item index(ScoredCandidate decision, String identity, String channel, long ttl) {
    return Item.builder()
        .with(CANDIDATES.partitionKey(), decision.key().customerId())
        .with(CANDIDATES.sortKey(), CandidateKeys.index(identity, channel))
        .with(PROGRAM_CHANNEL_SCORE.partition().name(), shards.partition(decision.key(), channel))
        .with(PROGRAM_CHANNEL_SCORE.sort().name(), decision.score())
        .with(CANDIDATES.ttlAttribute(), ttl)
        .build();
  }

  static StoredCandidate decode(Item item) {
    Candidate candidate =
        new Candidate(
            CandidateKeys.parse(CANDIDATES.key(item)),
            context(item.map("context")),
            AttributeCodec.decode(item.map("attributes")),
            item.list("channels").stream().map(v -> ((Value.Text) v).text()).toList(),
            Epoch.read(item, "eventTime"));
    Attributes features = AttributeCodec.decode(item.map("features"));
    double score = item.number("score").toDouble();
    return new StoredCandidate(
        new ScoredCandidate(candidate, features, scores(item), score, discount(item)),
        item.text("run"),
        date(item.text("date")),
        Epoch.read(item, "storedAt"),
        Instant.ofEpochSecond(item.number(CANDIDATES.ttlAttribute()).toLong()));
  }

  /** A date as {@link LocalDate#toString} writes it, without the general parser's objects. */
  private static LocalDate date(String iso) {
    return iso.length() == "2026-01-18".length()
        ? LocalDate.of(
            Integer.parseInt(iso, 0, 4, 10),
            Integer.parseInt(iso, 5, 7, 10),
            Integer.parseInt(iso, 8, 10, 10))
        : LocalDate.parse(iso);
  }

  /**
   * What the category index groups by: a cart's value band, else the category, of which one among
   * the attributes counts too.
   */
  static Optional<String> category(Candidate candidate) {
    return ValueBand.of(candidate)
        .or(() -> candidate.context(Context.CATEGORY))
        .or(() -> candidate.attributes().find(Context.CATEGORY).map(Object::toString))
        .filter(category -> !category.isEmpty());
  }

  private static Value texts(List<String> texts) {
    List<Value> values = new ArrayList<>(texts.size());
    texts.forEach(text -> values.add(Value.of(text)));
    return new Value.ListOf(values);
  }

  private static Value context(Context context) {
    Item.Builder item = Item.builder();
    context.values().forEach(item::with);
    return new Value.MapOf(item.build());
  }

  private static Context context(Item item) {
    Map<String, String> values = HashMap.newHashMap(item.size());
    for (String name : item.names()) {
      values.put(name, item.text(name));
    }
    return new Context(values);
  }

  private static Value scores(List<Score> scores) {
    List<Value> values = new ArrayList<>(scores.size());
    scores.forEach(
        score -> values.add(new Value.MapOf(score(score).with("model", score.modelId()).build())));
    return new Value.ListOf(values);
  }

  private static List<Score> scores(Item item) {
    return item.list("scores").stream()
        .map(value -> ((Value.MapOf) value).item())
        .map(score -> score(score.text("model"), score, Score.Origin.valueOf(score.text("origin"))))
        .toList();
  }

  /** A score without its model. */
  static Item.Builder score(Score score) {
    Item.Builder item =
        Item.builder()
            .with("value", score.value())
            .with("origin", score.origin().name())
            .with("at", Epoch.of(score.scoredAt()));
    score.discountPercent().ifPresent(percent -> item.with("discount", percent));
    score.confidence().ifPresent(confidence -> item.with("confidence", confidence.name()));
    return item;
  }

  static Score score(String modelId, Item item, Score.Origin origin) {
    double value = item.number("value").toDouble();
    Optional<Confidence> confidence = item.findText("confidence").map(Confidence::valueOf);
    return new Score(modelId, value, discount(item), confidence, origin, Epoch.read(item, "at"));
  }

  private static OptionalInt discount(Item item) {
    return item.find("discount")
        .map(value -> OptionalInt.of((int) ((Num) value).toLong()))
        .orElse(OptionalInt.empty());
  }
}
