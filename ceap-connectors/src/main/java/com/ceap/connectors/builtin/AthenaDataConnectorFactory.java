package com.ceap.connectors.builtin;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.model.program.ConfigShape;
import java.util.List;

/** Makes connectors of type {@code athena}: SQL over a warehouse. */
public final class AthenaDataConnectorFactory implements DataConnectorFactory<AthenaConfig> {
  @Override
  public String type() {
    return "athena";
  }

  @Override
  public ConfigShape<AthenaConfig> shape() {
    return ConfigShape.of(AthenaConfig.class);
  }

  @Override
  public DataConnector create(
      String connectorId, AthenaConfig config, ConnectorEnvironment environment) {
    return new AthenaDataConnector(connectorId, config, environment.warehouse());
  }

  @Override
  public List<String> columns(AthenaConfig config) {
    FieldMapping mapping = new FieldMapping(config.fields(), config.subject());
    return config.sql().columns().stream().map(mapping::canonical).distinct().toList();
  }
}
