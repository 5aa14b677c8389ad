package com.ceap.lambdas.reactive;

import com.ceap.lambdas.journey.Journey;
import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.ScoredCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a program promises in one marketplace: its touches and the codes of its offers. Thread-safe.
 */
record MarketplaceTerms(Journey journey, IntFunction<String> codes) {
  /** The attribute under which a candidate carries the code of its offer. */
  static final String OFFER_CODE = "offer_code";

  /** The candidate with the code of its offer, the same for all touches, where it has an offer. */
  ScoredCandidate withOffer(ScoredCandidate scored) {
    int percent = scored.discountPercent().orElse(0);
    if (percent == 0) {
      return scored;
    }
    Candidate candidate = scored.candidate();
    return new ScoredCandidate(
        new Candidate(
            candidate.key(),
            candidate.context(),
            with(candidate.attributes(), codes.apply(percent)),
            candidate.channels(),
            candidate.eventTime()),
        scored.features(),
        scored.scores(),
        scored.score(),
        scored.discountPercent());
  }

  private static Attributes with(Attributes attributes, String code) {
    int size = attributes.schema().size();
    List<String> names = new ArrayList<>(size + 1);
    List<Object> values = new ArrayList<>(size + 1);
    for (int i = 0; i < size; i++) {
      if (!attributes.schema().names().get(i).equals(OFFER_CODE)) {
        names.add(attributes.schema().names().get(i));
        values.add(attributes.raw(i));
      }
    }
    names.add(OFFER_CODE);
    values.add(code);
    return new Attributes(new AttributeSchema(names), values.toArray());
  }
}
