package com.ceap.filters.spi;

import com.ceap.model.program.ExtensionFactory;
import com.ceap.model.program.Program;

/** Makes the filters of one type. */
public interface FilterFactory<C> extends ExtensionFactory<C> {
  /**
   * Makes a filter.
   *
   * @param program the program whose chain it stands in
   */
  Filter create(String filterId, C parameters, Program program);
}
