package com.ceap.filters.builtin;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
import java.util.Set;

/** Type {@code geographic}. */
public final class GeographicFilterFactory implements FilterFactory<GeographicParameters> {
  @Override
  public String type() {
    return "geographic";
  }

  @Override
  public ConfigShape<GeographicParameters> shape() {
    return ConfigShape.of(GeographicParameters.class);
  }

  @Override
  public Filter create(String filterId, GeographicParameters parameters, Program program) {
    return new GeographicFilter(filterId, Set.copyOf(parameters.regions()));
  }
}
