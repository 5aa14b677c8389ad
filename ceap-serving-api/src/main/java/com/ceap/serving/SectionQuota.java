package com.ceap.serving;

import com.ceap.model.Candidate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what each section shows, and says when it is full. One instance serves one answer. */
final class SectionQuota {
  /** A section's share of a category; empty stands for all of it. */
  private record Share(Section section, Optional<String> category) {}

  private final Map<Share, Integer> taken = new HashMap<>();

  /** Takes a place, where the section has one left for the candidate. */
  boolean take(Section section, Candidate candidate) {
    Share all = new Share(section, Optional.empty());
    Share ofCategory = new Share(section, Affinity.category(candidate));
    boolean limited = section.maxPerCategory().isPresent() && ofCategory.category().isPresent();
    if (taken(all) >= section.maxProducts()
        || (limited && taken(ofCategory) >= section.maxPerCategory().get())) {
      return false;
    }
    taken.merge(all, 1, Integer::sum);
    if (limited) {
      taken.merge(ofCategory, 1, Integer::sum);
    }
    return true;
  }

  private int taken(Share share) {
    return taken.getOrDefault(share, 0);
  }
}
