package com.ceap.lambdas.topology;

import java.util.List;
import java.util.stream.Stream;

/** The platform's functions. */
final class Functions {
  static final List<FunctionSpec> ALL =
      Stream.of(
              BatchFunctions.ALL,
              ReactiveFunctions.ALL,
              DeliveryFunctions.ALL,
              DataFunctions.ALL,
              ExportFunctions.ALL)
          .flatMap(List::stream)
          .toList();

  private Functions() {}
}
