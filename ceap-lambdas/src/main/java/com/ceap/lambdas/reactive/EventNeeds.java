package com.ceap.lambdas.reactive;

import com.ceap.filters.spi.SubjectProducts;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import com.ceap.storage.DecisionReader.Wanted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What filters and models of a program will look up about a candidate. Thread-safe. */
final class EventNeeds {
  private static final String CUSTOMER = "customer";

  private final boolean customerFeatures;
  private final boolean subjectFeatures;

  EventNeeds(Program program) {
    Set<String> entities = new HashSet<>();
    Stream.concat(Stream.of(program), program.overrides().values().stream())
        .flatMap(form -> form.scoringModels().stream())
        .forEach(model -> addEntities(model, entities));
    this.customerFeatures = entities.contains(CUSTOMER);
    this.subjectFeatures = entities.contains(program.subjectType());
  }

  private static void addEntities(ModelSpec model, Set<String> entities) {
    for (FeatureSource source : model.features().values()) {
      if (source instanceof FeatureSource.Store store) {
        entities.add(store.entity());
      }
    }
  }

  Wanted of(Candidate candidate) {
    Map<String, String> featureIds = HashMap.newHashMap(2);
    if (customerFeatures) {
      featureIds.put(CUSTOMER, candidate.customerId());
    }
    if (subjectFeatures) {
      featureIds.put(candidate.subject().type(), candidate.subject().id());
    }
    return new Wanted(candidate.customerId(), products(candidate), featureIds);
  }

  private static Set<String> products(Candidate candidate) {
    try {
      return new HashSet<>(SubjectProducts.of(candidate));
    } catch (AttributeTypeException e) {
      // A filter that asks for the products meets the same defect, and rejects the candidate.
      return Set.of();
    }
  }
}
