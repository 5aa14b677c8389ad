package com.ceap.serving;

import com.ceap.model.program.Program;
import com.ceap.serving.eligibility.Refreshed;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.StoredCandidate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A customer's answer while it is made. */
record Draft(CustomerQuery query, List<Prospect> prospects) {
  static Draft of(CustomerQuery query, CustomerCandidates customer) {
    List<Prospect> prospects = Prospect.of(customer);
    return home(query, prospects)
        .map(marketplace -> new Draft(query.in(marketplace), prospects))
        .orElseGet(() -> new Draft(query, prospects));
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

  /** What is asked for and may be shown, as far as is known without checking anew. */
  List<Prospect> visible(Visibility visibility) {
    return prospects.stream()
        .filter(query::matches)
        .filter(p -> visibility.openChannels(p).stream().anyMatch(query::asksFor))
        .toList();
  }

  Feed feed(
      Visibility visibility, Refreshed refreshed, Function<String, Optional<Program>> programs) {
    List<Shown> shown =
        visible(visibility).stream()
            .map(p -> new Shown(p.stored(), open(p, visibility, refreshed)))
            .filter(s -> s.channels().stream().anyMatch(query::asksFor))
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

  private static List<String> open(Prospect prospect, Visibility visibility, Refreshed refreshed) {
    return refreshed.open(prospect.key(), visibility.openChannels(prospect));
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
