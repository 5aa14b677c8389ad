package com.ceap.storage;

import static com.ceap.storage.CeapTables.RUNS;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.WriteOutcome;
import java.time.Duration;
import java.time.InstantSource;

/** Every repository, on the tables of one store. Build it once; all of it is thread-safe. */
public record Stores(
    CandidateRepository candidates,
    OutcomeRepository outcomes,
    StandingRepository standings,
    EngagementRepository engagements,
    ErasureRepository erasures,
    LedgerRepository ledgers,
    LedgerRepository shadowLedgers,
    MessageRepository messages,
    DeliveryRepository deliveries,
    ControlRepository controls,
    RateLimit rates,
    JobRepository jobs,
    CustomerRepository customers,
    ProductRepository products,
    FeatureRepository features,
    ScoreCacheRepository scores,
    RunRepository runs,
    CampaignRepository campaigns,
    DedupRepository dedup,
    ScheduleRepository schedules,
    DecisionReader decisionReader,
    DecisionRepository decisions) {

  /** How many shards each index partition of a new store has. */
  public static final int INDEX_SHARDS = 8;

  /** How long ledgers keep sends and exits, unless it is given. */
  public static final Duration RETENTION = Duration.ofDays(45);

  /** The repositories on these tables, which must exist. */
  public static Stores on(Tables tables, InstantSource clock) {
    return on(tables, clock, RETENTION);
  }

  /**
   * As {@link #on(Tables, InstantSource)}.
   *
   * @param retention how long ledgers keep sends and exits: the longest of candidate life, cap
   *     window, attribution window and last touch, plus 15 days
   */
  public static Stores on(Tables tables, InstantSource clock, Duration retention) {
    return on(tables, clock, retention, INDEX_SHARDS);
  }

  /** As {@link #on(Tables, InstantSource)}; the count holds for a store that has none yet. */
  static Stores on(Tables tables, InstantSource clock, int shardsOfNewStore) {
    return on(tables, clock, RETENTION, shardsOfNewStore);
  }

  /**
   * As {@link #on(Tables, InstantSource, Duration)}.
   *
   * @param shardsOfNewStore how many shards each index partition has, where the store has none yet
   */
  public static Stores on(
      Tables tables, InstantSource clock, Duration retention, int shardsOfNewStore) {
    IndexShards shards = shards(tables.table(RUNS), shardsOfNewStore);
    LedgerRepository ledgers = new LedgerRepository(tables, CandidateKeys.LEDGER, retention, clock);
    CandidateCodec codec = new CandidateCodec(shards);
    CustomerRepository customers = new CustomerRepository(tables.table(CeapTables.CUSTOMERS));
    ProductRepository products = new ProductRepository(tables.table(CeapTables.PRODUCTS), clock);
    FeatureRepository features = new FeatureRepository(tables.table(CeapTables.FEATURES));
    return new Stores(
        new CandidateRepository(tables.table(CeapTables.CANDIDATES), shards),
        new OutcomeRepository(tables),
        new StandingRepository(tables),
        new EngagementRepository(tables.table(CeapTables.CANDIDATES)),
        new ErasureRepository(tables),
        ledgers,
        new LedgerRepository(tables, CandidateKeys.SHADOW_LEDGER, retention, clock),
        new MessageRepository(tables, ledgers),
        new DeliveryRepository(tables),
        new ControlRepository(tables.table(CeapTables.CONTROLS)),
        new RateLimit(tables.table(CeapTables.CONTROLS), clock),
        new JobRepository(tables.table(CeapTables.CONTROLS)),
        customers,
        products,
        features,
        new ScoreCacheRepository(tables.table(CeapTables.SCORES), clock),
        new RunRepository(tables.table(RUNS)),
        new CampaignRepository(tables.table(RUNS)),
        new DedupRepository(tables.table(CeapTables.DEDUP)),
        new ScheduleRepository(tables.table(CeapTables.SCHEDULES)),
        new DecisionReader(tables, new DecisionData.Beyond(customers, ledgers, products, features)),
        new DecisionRepository(tables, codec));
  }

  // Kept in the store: a reader with another count would miss entries.
  private static IndexShards shards(Table runs, int ofNewStore) {
    Key key = Key.of("#store", "candidates");
    Item first = Item.builder().withAll(RUNS.keyItem(key)).with("shards", ofNewStore).build();
    return shards(runs.get(key).orElseGet(() -> stored(runs.put(first, Condition.ABSENT))));
  }

  private static Item stored(WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Written(Item item) -> item;
      case WriteOutcome.Refused(Item item) -> item;
    };
  }

  private static IndexShards shards(Item item) {
    return new IndexShards((int) item.number("shards").toLong());
  }
}
