package com.ceap.storage;

import com.ceap.storage.Campaign.State;
import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import com.ceap.storage.table.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Campaigns by program, and which of their parts have ended. Thread-safe. */
public final class CampaignRepository {

  private final Table table;

  CampaignRepository(Table runs) {
    this.table = runs;
  }

  /**
   * Records a campaign that was frozen; answers the one that stands, which whoever was first made.
   */
  public Campaign create(Campaign frozen) {
    return switch (table.put(CampaignItem.encode(frozen), Condition.ABSENT)) {
      case WriteOutcome.Written _ -> frozen;
      case WriteOutcome.Refused(Item stored) -> CampaignItem.decode(stored);
    };
  }

  public Optional<Campaign> find(CampaignKey key) {
    return table.get(CampaignItem.key(key)).map(CampaignItem::decode);
  }

  /** The newest campaigns of a program, the latest business date first. */
  public List<Campaign> latest(String programId, int limit) {
    Query query =
        Query.of(programId)
            .beginsWith(CompositeKey.of(CampaignItem.CAMPAIGN))
            .backward()
            .consistently();
    return read(query, limit).stream().map(CampaignItem::decode).toList();
  }

  /**
   * Lets a campaign begin, if it may; repeating it changes nothing.
   *
   * @return false where it is over
   */
  public boolean begin(CampaignKey key) {
    Condition going = Condition.any(is(State.FROZEN), is(State.SENDING));
    return moves(key, State.SENDING, going);
  }

  /**
   * Ends a campaign of which nothing has gone out.
   *
   * @return false where it had begun, or was over
   */
  public boolean supersede(CampaignKey key) {
    return moves(key, State.SUPERSEDED, is(State.FROZEN));
  }

  private boolean moves(CampaignKey key, State state, Condition condition) {
    Update update = Update.of(Update.put(CampaignItem.STATE, Value.of(state.name())));
    return table.update(CampaignItem.key(key), update, condition).written();
  }

  private static Condition is(State state) {
    return Condition.equal(CampaignItem.STATE, Value.of(state.name()));
  }

  /** Records how a part ended; the campaign is complete with its last one. */
  public void end(Campaign campaign, int part, CampaignCounts counts) {
    CampaignKey key = campaign.key();
    table.put(CampaignItem.encode(key, part, counts), Condition.ALWAYS);
    Map<Integer, CampaignCounts> ended = ended(key);
    CampaignCounts all = ended.values().stream().reduce(CampaignCounts.NONE, CampaignCounts::plus);
    State state = ended.size() == campaign.parts() ? State.COMPLETE : State.SENDING;
    // Of parts that end at the same time the last one sees them all.
    table.update(CampaignItem.key(key), CampaignItem.update(state, all), is(State.SENDING));
  }

  /** The parts that have ended, by their number. */
  public Map<Integer, CampaignCounts> ended(CampaignKey key) {
    Query query = Query.of(key.programId()).beginsWith(CampaignItem.parts(key)).consistently();
    Map<Integer, CampaignCounts> ended = new TreeMap<>();
    for (Item item : read(query, Integer.MAX_VALUE)) {
      ended.put((int) item.number("part").toLong(), CampaignItem.counts(item));
    }
    return ended;
  }

  private List<Item> read(Query query, int limit) {
    List<Item> items = new ArrayList<>();
    Page page = new Page(List.of(), query.from());
    while (!page.last() && items.size() < limit) {
      page = table.query(query.from(page.next()).limit(Math.min(1000, limit - items.size())));
      items.addAll(page.items());
    }
    return items;
  }
}
