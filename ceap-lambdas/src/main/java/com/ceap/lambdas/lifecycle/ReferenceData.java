package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.ConsentChanged;
import com.ceap.lambdas.events.CustomerUpserted;
import com.ceap.lambdas.events.DeviceRegistered;
import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.events.ProductUpserted;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes what other systems say of customers and products. Of two words on the same thing the later
 * one holds, by the time that its source gives it. Thread-safe.
 */
final class ReferenceData {
  private final Stores stores;
  private final OptOuts optOuts;
  private final EventClock clock;
  private final LifecycleCounts counts;
  private final Map<EventType, Function<EventEnvelope, Disposition>> takers =
      Map.of(
          CustomerUpserted.TYPE, event -> take(CustomerUpserted.parse(event)),
          ProductUpserted.TYPE, event -> take(ProductUpserted.parse(event)),
          DeviceRegistered.TYPE, event -> take(DeviceRegistered.parse(event)),
          ConsentChanged.TYPE, event -> take(ConsentChanged.parse(event)));

  ReferenceData(Stores stores, OptOuts optOuts, EventClock clock, LifecycleCounts counts) {
    this.stores = stores;
    this.optOuts = optOuts;
    this.clock = clock;
    this.counts = counts;
  }

  static Set<EventType> types() {
    return Set.of(
        CustomerUpserted.TYPE, ProductUpserted.TYPE, DeviceRegistered.TYPE, ConsentChanged.TYPE);
  }

  /**
   * Takes one of these events.
   *
   * @throws com.ceap.model.error.CeapException EVENT_INVALID; EVENT_FROM_FUTURE, for what is taken
   *     for the latest would stay until then
   */
  Disposition take(EventEnvelope event) {
    return takers.get(EventType.of(event)).apply(event);
  }

  private Disposition take(CustomerUpserted said) {
    happened(CustomerUpserted.TYPE, said.updatedAt());
    return count(stores.customers().importAll(version(said.customer(), said.updatedAt())));
  }

  private Disposition take(ProductUpserted said) {
    happened(ProductUpserted.TYPE, said.updatedAt());
    return count(stores.products().importAll(version(said.product(), said.updatedAt())));
  }

  private Disposition take(DeviceRegistered said) {
    happened(DeviceRegistered.TYPE, said.updatedAt());
    return count(stores.customers().importDevices(version(said.device(), said.updatedAt())));
  }

  private Disposition take(ConsentChanged said) {
    return optOuts.take(ConsentChanged.TYPE, said.consent(), said.updatedAt());
  }

  private void happened(EventType type, Instant at) {
    clock.requireHappened(type.detailType(), at);
  }

  private Disposition count(int taken) {
    counts.reference(taken > 0);
    return Disposition.DONE;
  }

  private static <T> List<Versioned<T>> version(T value, Instant updatedAt) {
    return List.of(new Versioned<>(value, updatedAt));
  }
}
