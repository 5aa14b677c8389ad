package com.ceap.serving;

import com.ceap.model.program.Program;
import com.ceap.serving.eligibility.Aged;
import com.ceap.serving.eligibility.EligibilityRefresh;
import com.ceap.serving.eligibility.Refreshed;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.CustomerCandidates;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers what customers may be shown: one query for each customer, and whatever must be checked
 * anew in one batch for all of them. Thread-safe.
 */
public final class CustomerFeeds {
  private final CandidateRepository candidates;
  private final Function<String, Optional<Program>> programs;
  private final Visibility visibility;
  private final EligibilityRefresh eligibility;

  public CustomerFeeds(
      CandidateRepository candidates,
      Function<String, Optional<Program>> programs,
      EligibilityRefresh eligibility) {
    this.candidates = candidates;
    this.programs = programs;
    this.visibility = new Visibility(ChannelTypes.of(programs, false));
    this.eligibility = eligibility;
  }

  /** One customer's feed. */
  public Feed feed(CustomerQuery query) {
    return feeds(List.of(query)).getFirst();
  }

  /**
   * A feed for each query, in their order.
   *
   * @param queries of different customers, all of them alike in whether they refresh
   * @throws ConsentUnreadable where a customer's consent cannot be read
   */
  public List<Feed> feeds(List<CustomerQuery> queries) {
    List<Draft> drafts = read(queries);
    List<Aged> aged =
        drafts.stream().flatMap(draft -> draft.open().stream()).map(Open::aged).toList();
    Refreshed refreshed = eligibility.refresh(aged, queries.getFirst().refresh());
    return drafts.stream().map(draft -> draft.feed(refreshed, programs)).toList();
  }

  private List<Draft> read(List<CustomerQuery> queries) {
    return queries.size() == 1
        ? List.of(read(queries.getFirst()))
        : Concurrently.map(queries, this::read);
  }

  private Draft read(CustomerQuery query) {
    CustomerCandidates customer =
        ConsentUnreadable.reading(() -> candidates.findConsistently(query.customerId()));
    return Draft.of(query, customer, visibility);
  }
}
