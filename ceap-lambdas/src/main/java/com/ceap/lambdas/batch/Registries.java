package com.ceap.lambdas.batch;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.scoring.spi.ScoringProviderFactory;

/** The extensions on the class path, by kind; loaded once at start. */
public record Registries(
    ExtensionRegistry<DataConnectorFactory<?>> connectors,
    ExtensionRegistry<FilterFactory<?>> filters,
    ExtensionRegistry<ScoringProviderFactory<?>> scoringProviders,
    ExtensionRegistry<ChannelFactory<?>> channels) {

  /**
   * Finds them all.
   *
   * @throws com.ceap.model.error.CeapException EXTENSION_DUPLICATE where two claim one type
   */
  public static Registries load() {
    return new Registries(
        ExtensionRegistry.load(DataConnectorFactory.class),
        ExtensionRegistry.load(FilterFactory.class),
        ExtensionRegistry.load(ScoringProviderFactory.class),
        ExtensionRegistry.load(ChannelFactory.class));
  }

  /** As the program loader sees them. */
  public Extensions extensions() {
    return new Extensions(connectors, filters, scoringProviders, channels);
  }
}
