package com.ceap.serving.eligibility;

import com.ceap.filters.FilterChain;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The filters of each program, built once for each of its versions. Thread-safe. */
final class FilterChains {
  /** A program's filters in the version that was asked for last. */
  private record Built(String version, FilterChain chain) {}

  private final ExtensionRegistry<? extends FilterFactory<?>> factories;
  private final Map<String, Built> byProgram = new ConcurrentHashMap<>();

  FilterChains(ExtensionRegistry<? extends FilterFactory<?>> factories) {
    this.factories = factories;
  }

  FilterChain of(Program program) {
    return byProgram
        .compute(
            program.programId(),
            (_, known) ->
                known != null && known.version().equals(program.version())
                    ? known
                    : new Built(program.version(), FilterChain.of(program, factories)))
        .chain();
  }
}
