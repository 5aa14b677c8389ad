package com.ceap.connectors.spi;

/** What the place where the platform runs gives to connectors. */
public record ConnectorEnvironment(Warehouse warehouse) {}
