package com.ceap.model.port;

import com.ceap.model.Attributes;
import java.util.Map;
import java.util.Set;

/** Features of customers and subjects that were computed elsewhere. */
@FunctionalInterface
public interface FeatureStore {
  /**
   * The features known of each id, among the names asked for; ids without any are absent.
   *
   * @param entity {@code customer}, or a subject type such as {@code product}
   */
  Map<String, Attributes> features(String entity, Set<String> ids, Set<String> names);
}
