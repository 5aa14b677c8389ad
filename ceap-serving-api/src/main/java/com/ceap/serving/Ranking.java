package com.ceap.serving;

import com.ceap.channels.builtin.InAppConfig;
import com.ceap.model.CandidateKey;
import com.ceap.storage.StoredCandidate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts candidates in the order in which they are shown; always the same for the same candidates.
 */
final class Ranking {
  private static final Comparator<Weighed> BEST_FIRST =
      Comparator.comparingDouble(Weighed::weight)
          .reversed()
          .thenComparing(w -> w.stored().storedAt(), Comparator.reverseOrder())
          .thenComparing(w -> w.stored().decision().key(), tieBreak());

  private record Weighed(Shown shown, double weight) {
    StoredCandidate stored() {
      return shown.stored();
    }
  }

  private Ranking() {}

  private static Comparator<CandidateKey> tieBreak() {
    return Comparator.comparing(CandidateKey::programId)
        .thenComparing(key -> key.subject().type())
        .thenComparing(key -> key.subject().id())
        .thenComparing(CandidateKey::marketplace);
  }

  /** By score, then recency. */
  static List<Shown> byScore(List<Shown> candidates) {
    return rank(candidates, _ -> Optional.empty(), Affinity.NONE);
  }

  /**
   * By weight, then recency.
   *
   * @param section where a candidate is shown; it says how it is weighed
   * @param affinity what the customer has done with categories
   */
  static List<Shown> rank(
      List<Shown> candidates,
      Function<StoredCandidate, Optional<Section>> section,
      Affinity affinity) {
    return candidates.stream()
        .map(shown -> new Weighed(shown, weight(shown.stored(), section, affinity)))
        .sorted(BEST_FIRST)
        .map(Weighed::shown)
        .toList();
  }

  private static double weight(
      StoredCandidate stored,
      Function<StoredCandidate, Optional<Section>> section,
      Affinity affinity) {
    double score = Treatment.score(stored.decision());
    return switch (section.apply(stored).map(Section::ranking).orElse(InAppConfig.Ranking.SCORE)) {
      case SCORE -> score;
      case PERSONALISED ->
          score * affinity.factor(Affinity.category(stored.decision().candidate()));
    };
  }
}
