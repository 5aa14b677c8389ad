package com.ceap.connectors.spi;

import com.ceap.model.program.ExtensionFactory;
import java.util.List;

/** Makes the connectors of one type. */
public interface DataConnectorFactory<C> extends ExtensionFactory<C> {
  DataConnector create(String connectorId, C config, ConnectorEnvironment environment);

  /**
   * The canonical names of the columns that a configuration delivers as far as it shows; validation
   * holds a model's features against them. Empty where it cannot be told.
   */
  List<String> columns(C config);
}
