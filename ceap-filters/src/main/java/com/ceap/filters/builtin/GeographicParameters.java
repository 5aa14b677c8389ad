package com.ceap.filters.builtin;

import com.ceap.model.program.Key;
import java.util.List;

/** What the filter {@code geographic} must be told. */
public record GeographicParameters(
    @Key("The regions whose candidates pass, as the context 'region' names them; at least one.")
        List<String> regions) {
  public GeographicParameters {
    regions = List.copyOf(regions);
    if (regions.isEmpty()) {
      throw new IllegalArgumentException(
          "regions must name at least one region, such as [\"EU\"]; an empty list lets nobody pass");
    }
  }
}
