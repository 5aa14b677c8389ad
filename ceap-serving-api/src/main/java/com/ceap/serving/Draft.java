package com.ceap.serving;

import com.ceap.model.program.Program;
import com.ceap.serving.eligibility.Refreshed;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.StoredCandidate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A customer's answer while it is made.
 *
 * @param prospects all of the customer's
 * @param open those that are asked for and may be shown, as far as is known without checking anew
 */
record Draft(CustomerQuery query, List<Prospect> prospects, List<Open> open) {
  static Draft of(CustomerQuery asked, CustomerCandidates customer, Visibility visibility) {
    List<Prospect> prospects = Prospect.of(customer);
    CustomerQuery query = home(asked, prospects).map(asked::in).orElse(asked);
    List<Open> open =
        prospects.stream()
            .filter(query::matches)
            .map(visibility::open)
            .filter(o -> o.on(query::asksFor))
            .toList();
    return new Draft(query, prospects, open);
  }

  /**
   * The one marketplace of the answer: the one that is asked for, else that of the newest decision,
   * since each is made for where the customer is at the time.
   */
  private static Optional<String> home(CustomerQuery query, List<Prospect> prospects) {
    return query
        .marketplace()
        .or(
            () ->
                prospects.stream()
                    .filter(query::isOfProgram)
                    .max(
                        Comparator.comparing((Prospect p) -> p.stored().storedAt())
                            .thenComparing(Draft::marketplace, Comparator.reverseOrder()))
                    .map(Draft::marketplace));
  }

  private static String marketplace(Prospect prospect) {
    return prospect.key().marketplace();
  }

  Feed feed(Refreshed refreshed, Function<String, Optional<Program>> programs) {
    List<Shown> shown =
        open.stream()
            .map(o -> o.after(refreshed))
            .filter(o -> o.on(query::asksFor))
            .map(Open::shown)
            .toList();
    Sections sections = new Sections(query, programs);
    List<Shown> ranked = Ranking.rank(shown, sections::of, Affinity.of(prospects));
    List<Shown> chosen = chosen(ranked, sections);
    return new Feed(
        query.customerId(),
        query.marketplace(),
        chosen,
        sections.showing(chosen),
        refreshed.degradations());
  }

  private List<Shown> chosen(List<Shown> ranked, Sections sections) {
    SectionQuota quota = new SectionQuota();
    return ranked.stream()
        .filter(shown -> fits(shown.stored(), sections, quota))
        .limit(query.limit())
        .toList();
  }

  private static boolean fits(StoredCandidate stored, Sections sections, SectionQuota quota) {
    return sections
        .of(stored)
        .map(section -> quota.take(section, stored.decision().candidate()))
        .orElse(true);
  }
}
