package com.ceap.docs;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.scoring.spi.ScoringProviderFactory;

/** Every extension that comes with the platform. */
final class ShippedExtensions {
  private ShippedExtensions() {}

  static Extensions load() {
    return new Extensions(
        ExtensionRegistry.<DataConnectorFactory<?>>load(DataConnectorFactory.class),
        ExtensionRegistry.<FilterFactory<?>>load(FilterFactory.class),
        ExtensionRegistry.<ScoringProviderFactory<?>>load(ScoringProviderFactory.class),
        ExtensionRegistry.<ChannelFactory<?>>load(ChannelFactory.class));
  }
}
