package com.ceap.storage;

import static com.ceap.storage.CeapTables.RUNS;

import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Campaigns and their ended parts as items beside the runs. */
final class CampaignItem {
  static final String CAMPAIGN = "2CAMPAIGN";
  static final String STATE = "state";
  private static final String PART = "3PART";
  private static final String SUPPRESSED = "suppressed";

  private CampaignItem() {}

  static Key key(CampaignKey key) {
    return Key.of(key.programId(), sort(CAMPAIGN, key));
  }

  /** What the keys of a campaign's ended parts begin with. */
  static String parts(CampaignKey key) {
    return sort(PART, key);
  }

  static Key part(CampaignKey key, int number) {
    return Key.of(key.programId(), parts(key) + String.format(Locale.ROOT, "%06d", number));
  }

  private static String sort(String kind, CampaignKey key) {
    return CompositeKey.of(
        kind, key.businessDate().toString(), key.runId(), key.channel(), key.time());
  }

  static Item encode(Campaign campaign) {
    CampaignKey key = campaign.key();
    return withCounts(
            Item.builder()
                .withAll(RUNS.keyItem(key(key)))
                .with("run", key.runId())
                .with("date", key.businessDate().toString())
                .with("channel", key.channel())
                .with("time", key.time())
                .with("programVersion", campaign.programVersion())
                .with("type", campaign.channelType())
                .with("templateVersion", campaign.templateVersion())
                .with("frozenAt", Epoch.of(campaign.frozenAt()))
                .with("manifest", campaign.manifest())
                .with("recipients", campaign.recipients())
                .with("candidates", campaign.candidates())
                .with("parts", campaign.parts())
                .with(STATE, campaign.state().name()),
            campaign.counts())
        .build();
  }

  static Campaign decode(Item item) {
    return new Campaign(
        new CampaignKey(
            item.text(RUNS.partitionKey()),
            LocalDate.parse(item.text("date")),
            item.text("run"),
            item.text("channel"),
            item.text("time")),
        item.text("programVersion"),
        item.text("type"),
        item.text("templateVersion"),
        Epoch.read(item, "frozenAt"),
        item.text("manifest"),
        item.number("recipients").toLong(),
        item.number("candidates").toLong(),
        (int) item.number("parts").toLong(),
        Campaign.State.valueOf(item.text(STATE)),
        counts(item));
  }

  static Item encode(CampaignKey key, int part, CampaignCounts counts) {
    Item.Builder item = Item.builder().withAll(RUNS.keyItem(part(key, part))).with("part", part);
    return withCounts(item, counts).build();
  }

  private static Item.Builder withCounts(Item.Builder item, CampaignCounts counts) {
    numbers(counts).forEach(item::with);
    return item.with(SUPPRESSED, reasons(counts));
  }

  /** The state and the counts of a campaign as they are to be. */
  static Update update(Campaign.State state, CampaignCounts counts) {
    List<Update.Change> changes = new ArrayList<>();
    changes.add(Update.put(STATE, Value.of(state.name())));
    numbers(counts).forEach((name, number) -> changes.add(Update.put(name, Value.of(number))));
    changes.add(Update.put(SUPPRESSED, reasons(counts)));
    return new Update(changes);
  }

  private static Map<String, Long> numbers(CampaignCounts counts) {
    return Map.of(
        "sent", counts.sent(),
        "failed", counts.failed(),
        "unknown", counts.unknown(),
        "shadowed", counts.shadowed());
  }

  private static Value reasons(CampaignCounts counts) {
    Item.Builder reasons = Item.builder();
    new TreeMap<>(counts.suppressed()).forEach(reasons::with);
    return new Value.MapOf(reasons.build());
  }

  static CampaignCounts counts(Item item) {
    Item reasons = item.find(SUPPRESSED).map(map -> ((Value.MapOf) map).item()).orElse(Item.EMPTY);
    Map<String, Long> suppressed = new TreeMap<>();
    reasons.names().forEach(reason -> suppressed.put(reason, reasons.number(reason).toLong()));
    return new CampaignCounts(
        item.number("sent").toLong(),
        item.number("failed").toLong(),
        item.number("unknown").toLong(),
        item.number("shadowed").toLong(),
        suppressed);
  }
}
