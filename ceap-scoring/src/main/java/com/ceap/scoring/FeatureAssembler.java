package com.ceap.scoring;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.port.FeatureStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the features of a chunk together: one read of the feature store per entity, whatever the
 * number of models and candidates. Thread-safe.
 */
final class FeatureAssembler {
  static final String CUSTOMER = "customer";

  private final FeatureStore store;

  FeatureAssembler(FeatureStore store) {
    this.store = store;
  }

  ChunkFeatures assemble(FeaturePlan plan, List<Candidate> candidates) {
    CandidateFeatures reader = new CandidateFeatures(plan, fetch(plan, candidates));
    List<Attributes> merged = new ArrayList<>(candidates.size());
    List<ModelRows> models =
        plan.models().stream().map(model -> new ModelRows(model, candidates.size())).toList();
    for (int i = 0; i < candidates.size(); i++) {
      Object[] slots = reader.read(candidates.get(i));
      merged.add(new Attributes(plan.merged(), slots));
      for (ModelRows model : models) {
        model.add(i, slots);
      }
    }
    return new ChunkFeatures(merged, models);
  }

  private Map<String, Map<String, Attributes>> fetch(FeaturePlan plan, List<Candidate> candidates) {
    Map<String, Map<String, Attributes>> found = new HashMap<>();
    plan.stored()
        .forEach(
            (entity, columns) -> {
              Set<String> ids = ids(entity, candidates);
              if (!ids.isEmpty()) {
                Set<String> names = new LinkedHashSet<>(columns.names());
                found.put(entity, store.features(entity, ids, names));
              }
            });
    return found;
  }

  private static Set<String> ids(String entity, List<Candidate> candidates) {
    Set<String> ids = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (entity.equals(CUSTOMER)) {
        ids.add(candidate.customerId());
      } else if (entity.equals(candidate.subject().type())) {
        ids.add(candidate.subject().id());
      }
    }
    return ids;
  }
}
