package com.ceap.model.program;

import java.util.List;

/**
 * A scoring provider's factory that can tell from a model whether its configuration fits its
 * features.
 *
 * @param <C> the typed configuration
 */
public interface ModelChecked<C> extends ExtensionFactory<C> {
  /** What is wrong and what would be right, a sentence each; empty where all fits. */
  List<String> problems(ModelSpec model, C config);
}
