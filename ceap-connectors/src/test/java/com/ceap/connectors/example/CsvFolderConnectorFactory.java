package com.ceap.connectors.example;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.model.program.ConfigShape;
import java.util.List;

/** Type {@code csv-folder}. */
public final class CsvFolderConnectorFactory implements DataConnectorFactory<CsvFolderConfig> {
  @Override
  public String type() {
    return "csv-folder";
  }

  @Override
  public ConfigShape<CsvFolderConfig> shape() {
    return ConfigShape.of(CsvFolderConfig.class);
  }

  @Override
  public DataConnector create(
      String connectorId, CsvFolderConfig config, ConnectorEnvironment environment) {
    return new CsvFolderConnector(connectorId, config);
  }

  @Override
  public List<String> columns(CsvFolderConfig config) {
    return List.of();
  }
}
