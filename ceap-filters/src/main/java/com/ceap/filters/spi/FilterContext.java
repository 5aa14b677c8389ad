package com.ceap.filters.spi;

import com.ceap.model.port.Lookups;
import java.time.Instant;

/**
 * What a filter may know.
 *
 * @param lookups reference data, fetched in batches for the chunk
 * @param now the moment of the decision, the same for the whole chunk
 */
public record FilterContext(Lookups lookups, Instant now) {}
