package com.ceap.connectors.spi;

import com.ceap.model.program.ColumnsKnown;

/** Makes the connectors of one type. */
public interface DataConnectorFactory<C> extends ColumnsKnown<C> {
  DataConnector create(String connectorId, C config, ConnectorEnvironment environment);
}
