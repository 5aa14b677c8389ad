package com.ceap.lambdas.channel;

import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.StoredCandidate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Delivers messages of one channel by the rules that hold for touches, read and handed over many at
 * a time. Messages that have ended before are found so, and none is handed over twice, however
 * often it is brought. Thread-safe.
 */
public final class GroupDelivery {
  private static final int TRIES = 5;

  private final DeliveryTools tools;

  public GroupDelivery(DeliveryPorts ports, DeliverySettings settings, InstantSource clock) {
    this.tools = DeliveryTools.of(ports, settings, clock);
  }

  /**
   * Takes each message as far as it can go; answers in their order. Once one has to wait for what
   * holds for all of them, those after it wait too, without being asked.
   *
   * @param messages of one program and channel
   * @throws com.ceap.model.error.CeapException PROGRAM_INVALID where their version or its channel
   *     is not known; SENDER_MISSING, TEMPLATE_INVALID, and where the store fails
   */
  public List<DeliveryResult> deliver(List<DueMessage> messages) {
    DeliveryResult[] results = new DeliveryResult[messages.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      open.add(i);
    }
    for (int attempt = 0; attempt < TRIES && !open.isEmpty(); attempt++) {
      List<DeliveryResult> ends = attempt(open.stream().map(messages::get).toList());
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

  private List<DeliveryResult> attempt(List<DueMessage> messages) {
    List<DeliveryState> states =
        tools
            .ports()
            .stores()
            .deliveries()
            .findAll(messages.stream().map(DueMessage::planned).toList());
    return new GroupPass(tools, messages, states, catalogued(states)).run();
  }

  private Map<String, Product> catalogued(List<DeliveryState> states) {
    List<ScoredCandidate> decisions =
        states.stream()
            .flatMap(state -> state.candidates().values().stream())
            .map(StoredCandidate::decision)
            .toList();
    return new Contents(tools.ports().stores().products(), tools.settings().offerLife())
        .products(decisions);
  }
}
