package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.CartEmptied;
import com.ceap.lambdas.events.CustomerOptedOut;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.events.FeedbackEvents;
import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.model.program.Program;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which events belong on the queue {@code lifecycle}. */
public final class LifecycleRoutes {
  private LifecycleRoutes() {}

  /**
   * The events that the platform knows, and those that programs have declared to end their
   * journeys. Feedback of AWS's own services comes on the default bus, all others on any.
   */
  public static Set<EventType> of(Collection<Program> programs) {
    Set<EventType> types = new LinkedHashSet<>();
    types.add(OrderPlaced.TYPE);
    types.add(CartEmptied.TYPE);
    types.add(CustomerOptedOut.TYPE);
    types.addAll(FeedbackEvents.types());
    types.addAll(ReferenceData.types());
    for (Program program : programs) {
      program.exitEvents().forEach(e -> types.add(new EventType(e.source(), e.detailType())));
    }
    return Collections.unmodifiableSet(types);
  }
}
