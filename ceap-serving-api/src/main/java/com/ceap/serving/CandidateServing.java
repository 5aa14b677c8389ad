package com.ceap.serving;

import com.ceap.storage.CandidateRepository;
import com.ceap.storage.StoredCandidate;
import java.util.List;

/**
 * Answers what may be shown to a customer, best first, from one query, for those who know no
 * programs: every channel counts as in use. Thread-safe.
 */
public final class CandidateServing {
  private final CandidateRepository candidates;
  private final Visibility visibility = new Visibility(ChannelTypes.BY_ID);

  public CandidateServing(CandidateRepository candidates) {
    this.candidates = candidates;
  }

  /**
   * The candidates of a customer that are alive, have no outcome, were not bought since, and go out
   * on a channel that is open to the customer.
   */
  public List<StoredCandidate> forCustomer(CustomerQuery query) {
    List<Shown> shown =
        Prospect.of(candidates.find(query.customerId())).stream()
            .filter(query::matches)
            .map(visibility::open)
            .filter(open -> open.on(query::asksFor))
            .map(Open::shown)
            .toList();
    return Ranking.byScore(shown).stream().limit(query.limit()).map(Shown::stored).toList();
  }
}
