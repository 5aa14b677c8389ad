package com.ceap.lambdas.channel;

import com.ceap.storage.DeliveryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes messages that are due as far as they can go, in as many passes as it takes. Thread-safe.
 */
record MessageDelivery(DeliveryTools tools) {
  private static final int TRIES = 5;

  /**
   * How far each message has come, in their order.
   *
   * @param due of one program and channel
   */
  List<DeliveryResult> deliver(List<? extends Occasion> due) {
    DeliveryResult[] results = new DeliveryResult[due.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      open.add(i);
    }
    for (int attempt = 0; attempt < TRIES && !open.isEmpty(); attempt++) {
      List<DeliveryResult> ends = pass(open.stream().<Occasion>map(due::get).toList());
      List<Integer> overtaken = new ArrayList<>();
      for (int i = 0; i < ends.size(); i++) {
        results[open.get(i)] = ends.get(i);
        if (ends.get(i) instanceof DeliveryResult.Overtaken) {
          overtaken.add(open.get(i));
        }
      }
      open = overtaken;
    }
    return List.of(results);
  }

  private List<DeliveryResult> pass(List<Occasion> due) {
    return new GroupPass(tools, due, states(due)).run();
  }

  private List<DeliveryState> states(List<Occasion> due) {
    return tools
        .ports()
        .stores()
        .deliveries()
        .findAll(due.stream().map(Occasion::planned).toList());
  }

  /** Ends a message that was reserved before, where it was; for what nobody delivers. */
  Optional<DeliveryResult> settle(Occasion due) {
    DeliveryState state = states(List.of(due)).getFirst();
    MessagePlan plan = due.plan(due.matter(state, Map::of).topics());
    return tools.standing(plan, state);
  }
}
