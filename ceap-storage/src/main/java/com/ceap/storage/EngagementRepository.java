package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What customers did with candidates, each event once however often it is reported. Thread-safe.
 */
public final class EngagementRepository {

  private static final Comparator<RecordedEngagement> EARLIEST_FIRST =
      Comparator.comparing(RecordedEngagement::at).thenComparing(RecordedEngagement::eventId);

  private final Table table;

  EngagementRepository(Table table) {
    this.table = table;
  }

  /** How a report ended. */
  public sealed interface Report {
    /** It is new. */
    record First(Instant recordedAt) implements Report {}

    /** It was recorded before. */
    record Again(Instant recordedAt) implements Report {}

    /** Its key stands for another event of the candidate. */
    record KeyTaken() implements Report {}
  }

  /** Records an event, with one conditional write. */
  public Report record(Engagement engagement, Instant now, Instant expires) {
    Item said = EngagementItem.said(engagement);
    Item item = EngagementItem.reported(said, now, expires);
    return switch (table.put(item, Condition.ABSENT)) {
      case WriteOutcome.Written _ -> new Report.First(now);
      case WriteOutcome.Refused(Item stored) ->
          EngagementItem.said(stored).equals(said)
              ? new Report.Again(EngagementItem.recordedAt(stored))
              : new Report.KeyTaken();
    };
  }

  /** What was done with a candidate, the earliest first; read consistently. */
  public List<RecordedEngagement> of(CandidateKey candidate) {
    Query query =
        Query.of(candidate.customerId()).beginsWith(CandidateKeys.EVENT + '#').consistently();
    List<RecordedEngagement> found = new ArrayList<>();
    Page page = new Page(List.of(), query.from());
    while (!page.last()) {
      page = table.query(query.from(page.next()));
      page.items().stream()
          .map(EngagementItem::decode)
          .filter(engagement -> engagement.candidate().equals(candidate))
          .forEach(found::add);
    }
    found.sort(EARLIEST_FIRST);
    return found;
  }
}
