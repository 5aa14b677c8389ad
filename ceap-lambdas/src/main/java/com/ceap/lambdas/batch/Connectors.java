package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ConnectorSpec;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the connectors of a program. */
public final class Connectors {
  private Connectors() {}

  /**
   * The program's connectors by id, in its order.
   *
   * @throws CeapException PROGRAM_INVALID where a type is unknown
   */
  public static Map<String, DataConnector> of(
      Program program,
      ExtensionRegistry<DataConnectorFactory<?>> factories,
      ConnectorEnvironment environment) {
    Map<String, DataConnector> connectors = new LinkedHashMap<>();
    for (ConnectorSpec spec : program.dataConnectors()) {
      DataConnectorFactory<?> factory =
          factories.find(spec.type()).orElseThrow(() -> unknown(spec, factories));
      connectors.put(spec.connectorId(), create(factory, spec, environment));
    }
    return connectors;
  }

  private static <C> DataConnector create(
      DataConnectorFactory<C> factory, ConnectorSpec spec, ConnectorEnvironment environment) {
    @SuppressWarnings("unchecked") // read with this factory's shape when the program was loaded
    C config = (C) spec.config();
    return factory.create(spec.connectorId(), config, environment);
  }

  private static CeapException unknown(
      ConnectorSpec spec, ExtensionRegistry<DataConnectorFactory<?>> factories) {
    return new CeapException(
        ErrorCode.PROGRAM_INVALID,
        "connector '%s': type '%s' is unknown; known are %s"
            .formatted(spec.connectorId(), spec.type(), factories.types()));
  }
}
