package com.ceap.serving.api;

import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import com.ceap.serving.eligibility.PastActions;
import com.ceap.serving.eligibility.ReferencePorts;
import com.ceap.serving.metrics.ServingMetrics;
import com.ceap.storage.Stores;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the serving API stands on. All of it is thread-safe.
 *
 * @param reference where eligibility and display look things up
 * @param programs the newest version of each, by id; empty where none is published, and an error
 *     where it cannot be read
 * @param filters the filters that programs may name
 */
public record ServingPorts(
    Stores stores,
    ReferencePorts reference,
    Function<String, Optional<Program>> programs,
    ExtensionRegistry<? extends FilterFactory<?>> filters,
    UnsubscribeTokens unsubscribes,
    ServingMetrics metrics,
    InstantSource clock) {
  /** Ports that look everything up in the stores. */
  public static ServingPorts of(
      Stores stores,
      Function<String, Optional<Program>> programs,
      ExtensionRegistry<? extends FilterFactory<?>> filters,
      UnsubscribeTokens unsubscribes,
      ServingMetrics metrics,
      InstantSource clock) {
    ReferencePorts reference =
        new ReferencePorts(stores.products(), stores.customers(), PastActions.NONE);
    return new ServingPorts(stores, reference, programs, filters, unsubscribes, metrics, clock);
  }

  /** The same, telling somebody else what is done. */
  public ServingPorts measuredBy(ServingMetrics other) {
    return new ServingPorts(stores, reference, programs, filters, unsubscribes, other, clock);
  }

  /** The same, looking things up elsewhere. */
  public ServingPorts with(ReferencePorts other) {
    return new ServingPorts(stores, other, programs, filters, unsubscribes, metrics, clock);
  }
}
