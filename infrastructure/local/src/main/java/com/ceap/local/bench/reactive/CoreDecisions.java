package com.ceap.local.bench.reactive;

import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.SubjectEvent;
import com.ceap.lambdas.events.SubjectEvents;
import com.ceap.lambdas.reactive.Decision;
import com.ceap.lambdas.reactive.EventDecisions;
import com.ceap.storage.DecisionData;
import com.ceap.storage.Stores;
import java.util.List;

/** Decides events that everything has been looked up for: text in, candidate or rejection out. */
final class CoreDecisions {
  private final SubjectEvents events;
  private final EventDecisions decisions;
  private final List<String> bodies;
  private final List<DecisionData> data;
  private long candidates;

  /** Looks up what each of the events needs. */
  CoreDecisions(EventDecisions decisions, Stores stores, List<String> bodies) {
    this.decisions = decisions;
    this.events = new SubjectEvents(decisions.program());
    this.bodies = bodies;
    this.data =
        bodies.stream()
            .map(body -> stores.decisionReader().read(decisions.wanted(event(body))))
            .toList();
  }

  private SubjectEvent event(String body) {
    return events.read(EventEnvelope.parse(body), CartShop.NOW);
  }

  /** Decides one of the events, over and over. */
  void decide(long index) {
    int number = (int) (index % bodies.size());
    SubjectEvent event = event(bodies.get(number));
    switch (decisions.decide(event, data.get(number), CartShop.NOW)) {
      case Decision.Passed _ -> candidates++;
      case Decision.Rejected _ -> {}
    }
  }

  /** How many became candidates. */
  long candidates() {
    return candidates;
  }
}
