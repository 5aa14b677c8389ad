package com.ceap.filters.builtin;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;

/** Type {@code frequency-cap}. */
public final class FrequencyCapFilterFactory implements FilterFactory<FrequencyCapParameters> {
  @Override
  public String type() {
    return "frequency-cap";
  }

  @Override
  public ConfigShape<FrequencyCapParameters> shape() {
    return ConfigShape.of(FrequencyCapParameters.class);
  }

  @Override
  public Filter create(String filterId, FrequencyCapParameters parameters, Program program) {
    MessageCap cap = new MessageCap(parameters.channel(), parameters.max(), parameters.window());
    return new FrequencyCapFilter(filterId, cap, program);
  }
}
