package com.ceap.storage;

import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.KeyAttribute;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.TableDefinition;
import java.util.List;

/** The platform's tables; adapters and infrastructure build from these. */
public final class CeapTables {

  /** Program, marketplace and channel by score, on INDEX items. */
  public static final IndexDefinition PROGRAM_CHANNEL_SCORE =
      new IndexDefinition(
          "program-channel-score",
          KeyAttribute.text("channelShard"),
          KeyAttribute.number("channelScore"),
          Projection.include("ttl"));

  /** Program, marketplace and category by business date, on CANDIDATE items. */
  public static final IndexDefinition PROGRAM_CATEGORY_DATE =
      new IndexDefinition(
          "program-category-date",
          KeyAttribute.text("categoryShard"),
          KeyAttribute.text("categoryDate"),
          Projection.include("ttl"));

  /**
   * A customer's ledger, candidates, outcomes, messages and what was done in apps. All but the
   * ledger feed figures and export.
   */
  public static final TableDefinition CANDIDATES =
      new TableDefinition(
              "candidates",
              "customerId",
              "sk",
              List.of(PROGRAM_CHANNEL_SCORE, PROGRAM_CATEGORY_DATE),
              "ttl",
              true)
          .feeding(
              List.of(
                  CandidateKeys.CANDIDATE + '#',
                  CandidateKeys.OUTCOME + '#',
                  CandidateKeys.MESSAGE + '#',
                  CandidateKeys.EVENT + '#',
                  CandidateKeys.ERASED));

  /** Scores of all models by customer and subject; can be computed again. */
  public static final TableDefinition SCORES = plain("scores", "customerId", "sk", false);

  /** Claims of reactive events by deduplication key. */
  public static final TableDefinition DEDUP = plain("dedup", "dedupKey", "", false);

  /** Touches by when they are due, on {@link ScheduleRepository#SHARDS} shards. */
  public static final IndexDefinition DUE =
      new IndexDefinition(
          "due", KeyAttribute.text("dueShard"), KeyAttribute.number("dueAt"), new Projection.All());

  /** Touches that wait for their time, by name. */
  public static final TableDefinition SCHEDULES =
      new TableDefinition("schedules", "name", "", List.of(DUE), "ttl", true);

  /** A customer's profile and devices. */
  public static final TableDefinition CUSTOMERS = plain("customers", "customerId", "sk", true);

  public static final TableDefinition PRODUCTS = plain("products", "productId", "", true);

  /** Features by entity and id, computed elsewhere. */
  public static final TableDefinition FEATURES = plain("features", "entityId", "", false);

  /** Runs by program, and what the store says about itself. */
  public static final TableDefinition RUNS = plain("runs", "programId", "sk", true);

  /** What operators set and instances share while they run: pauses and rates by program. */
  public static final TableDefinition CONTROLS = plain("controls", "programId", "sk", true);

  public static final List<TableDefinition> ALL =
      List.of(CANDIDATES, SCORES, DEDUP, SCHEDULES, CUSTOMERS, PRODUCTS, FEATURES, RUNS, CONTROLS);

  private CeapTables() {}

  private static TableDefinition plain(
      String name, String partitionKey, String sortKey, boolean recovery) {
    return new TableDefinition(name, partitionKey, sortKey, List.of(), "ttl", recovery);
  }
}
