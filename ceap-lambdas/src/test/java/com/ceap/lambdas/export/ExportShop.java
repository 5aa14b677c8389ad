package com.ceap.lambdas.export;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Confidence;
import com.ceap.model.Context;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.storage.Conversion;
import com.ceap.storage.Engagement;
import com.ceap.storage.Outcome;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.ChangeFeed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A store with decisions, messages and outcomes, and where its exports go. */
final class ExportShop implements AutoCloseable {
  static final LocalDate DAY = LocalDate.parse("2026-11-20");
  static final String PROGRAM = "product-recommendations";

  private final Path folder;
  private final SqliteTables tables;
  final Stores stores;
  final FolderObjectStore objects;
  Instant now = Instant.parse("2026-11-20T03:35:00Z");

  ExportShop(Path folder) {
    this.folder = folder;
    InstantSource clock = () -> now;
    this.tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    this.stores = Stores.on(tables, clock);
    this.objects = new FolderObjectStore(folder);
  }

  DailyExport export() {
    return new DailyExport(tables.changes(), objects, folder, ExportLimits.DEFAULT);
  }

  ChangeFeed changes() {
    return tables.changes();
  }

  ExportReport run(LocalDate day) {
    return export().run(day, Optional.empty(), ExportProgress.NONE);
  }

  static CandidateKey key(String customer, String subject) {
    return new CandidateKey(customer, PROGRAM, "US", new Subject("product", subject));
  }

  void decide(CandidateKey key, double score) {
    decide(key, score, Attributes.of(Map.of("view_count", 7L, "ratio", 0.5)));
  }

  void decide(CandidateKey key, double score, Attributes features) {
    Candidate candidate =
        new Candidate(
            key,
            new Context(Map.of("category", "Möbel", "region", "EU")),
            Attributes.of(
                Map.of(
                    "price",
                    12.5,
                    "seen",
                    Instant.parse("2026-11-19T10:00:00Z"),
                    "tags",
                    List.of("a", 1L))),
            List.of("email", "in-app"),
            Instant.parse("2026-11-19T10:00:00.123456Z"));
    List<Score> scores =
        List.of(
            new Score(
                "intent",
                score,
                OptionalInt.of(15),
                Optional.of(Confidence.HIGH),
                Score.Origin.MODEL,
                now),
            new Score("affinity", 1, OptionalInt.empty(), Score.Origin.FALLBACK, now));
    RunStamp run = new RunStamp("run-1", DAY.minusDays(1), now, Duration.ofDays(7));
    stores
        .candidates()
        .storeAll(
            run,
            List.of(new ScoredCandidate(candidate, features, scores, score, OptionalInt.of(15))));
  }

  Message send(CandidateKey key, String channel, MessageState state) {
    Message message =
        new Message(
            "m-" + key.customerId() + "-" + key.subject().id() + "-" + channel,
            key,
            channel,
            channel,
            1,
            state,
            state == MessageState.SUPPRESSED ? Optional.of("OPTED_OUT") : Optional.empty(),
            now,
            Optional.of("provider-1"),
            "v1");
    stores.messages().record(message, now.plus(Duration.ofDays(45)));
    return message;
  }

  void advance(Message message, MessageState state) {
    stores
        .messages()
        .advance(
            message.candidate().customerId(), message.messageId(), state, now, Optional.empty());
  }

  void convert(CandidateKey key, Message by, String revenue) {
    Conversion conversion =
        new Conversion(
            "order-" + key.customerId() + "-" + key.subject().id(),
            new BigDecimal(revenue),
            Optional.of("USD"),
            now,
            Optional.of(new Conversion.ByMessage(by.messageId(), by.touch(), by.channel())));
    stores.outcomes().record(key, conversion, now.plus(Duration.ofDays(45)));
  }

  /** Something that an app reports now and that happened then. */
  void engage(CandidateKey key, Engagement.Type type, Optional<String> channel, Instant at) {
    String name = type + key.toString() + channel;
    Engagement engagement =
        new Engagement(key, name, type, channel, Optional.of(at), Optional.empty());
    stores.engagements().record(engagement, now, now.plus(Duration.ofDays(45)));
  }

  void dismiss(CandidateKey key) {
    stores.outcomes().record(key, Outcome.DISMISSED, now, now.plus(Duration.ofDays(45)));
  }

  @Override
  public void close() {
    tables.close();
  }
}
