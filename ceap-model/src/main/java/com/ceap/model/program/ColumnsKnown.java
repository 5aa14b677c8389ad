package com.ceap.model.program;

import java.util.List;

/**
 * A connector's factory that can tell from a configuration which columns come.
 *
 * @param <C> the typed configuration
 */
public interface ColumnsKnown<C> extends ExtensionFactory<C> {
  /**
   * The canonical names of the columns that a configuration delivers as far as it shows; validation
   * holds a model's features against them. Empty where it cannot be told.
   */
  List<String> columns(C config);
}
