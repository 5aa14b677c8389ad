package com.ceap.filters.builtin;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;

/** Type {@code eligibility}. */
public final class EligibilityFilterFactory implements FilterFactory<EligibilityParameters> {
  @Override
  public String type() {
    return "eligibility";
  }

  @Override
  public ConfigShape<EligibilityParameters> shape() {
    return ConfigShape.of(EligibilityParameters.class);
  }

  @Override
  public Filter create(String filterId, EligibilityParameters parameters, Program program) {
    return new EligibilityFilter(filterId, parameters, program);
  }
}
