package com.ceap.serving;

import com.ceap.serving.metrics.Degradation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer may be shown.
 *
 * @param marketplace whose candidates these are; empty where there are none and none was asked for
 * @param candidates best first
 * @param sections where an app shows them, in the order of their best candidate
 * @param degradations what the answer had to do without
 */
public record Feed(
    String customerId,
    Optional<String> marketplace,
    List<Shown> candidates,
    List<Section> sections,
    Set<Degradation> degradations) {
  public Feed {
    candidates = List.copyOf(candidates);
    sections = List.copyOf(sections);
    degradations = Set.copyOf(degradations);
  }
}
