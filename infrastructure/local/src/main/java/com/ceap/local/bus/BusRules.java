package com.ceap.local.bus;

import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.lifecycle.LifecycleRoutes;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.model.program.EventSourceSpec;
import com.ceap.model.program.Program;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.event.ruler.GenericMachine;

/**
 * Which events go to which queues. Each program has a rule for every event source on the bus that
 * it names; the events that end journeys are taken from every bus of a program, and providers'
 * feedback from the default bus, to which alone AWS services publish. Thread-safe.
 */
public final class BusRules {
  /** The bus that every account has. */
  public static final String DEFAULT_BUS = "default";

  private static final String AWS = "aws.";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, GenericMachine<String>> machines = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private BusRules() {}

  /** The rules of these programs, of which disabled ones begin no journeys. */
  public static BusRules of(Collection<Program> programs) {
    BusRules rules = new BusRules();
    rules.addBus(DEFAULT_BUS);
    for (Program program : programs) {
      for (EventSourceSpec source : program.eventSources()) {
        rules.addBus(source.eventBusName());
        if (program.enabled()) {
          rules.addSource(program, source);
        }
      }
    }
    rules.addLifecycle(LifecycleRoutes.of(programs));
    return rules;
  }

  private void addBus(String bus) {
    machines.computeIfAbsent(bus, _ -> GenericMachine.<String>builder().build());
  }

  private void addSource(Program program, EventSourceSpec source) {
    try {
      machines
          .get(source.eventBusName())
          .addRule(QueueNames.events(program.programId()), json(source.eventPattern()));
    } catch (IOException e) {
      problems.add(
          "program %s: the pattern of event source %s is none that EventBridge takes: %s"
              .formatted(program.programId(), source.sourceId(), firstLine(e.getMessage())));
    }
  }

  private void addLifecycle(Set<EventType> types) {
    for (EventType type : types) {
      if (type.source().startsWith(AWS)) {
        addLifecycle(DEFAULT_BUS, type);
      } else {
        machines.keySet().forEach(bus -> addLifecycle(bus, type));
      }
    }
  }

  private void addLifecycle(String bus, EventType type) {
    Map<String, Object> pattern =
        Map.of("source", List.of(type.source()), "detail-type", List.of(type.detailType()));
    try {
      machines.get(bus).addRule(QueueNames.LIFECYCLE, json(pattern));
    } catch (IOException e) {
      throw new IllegalStateException("every event's type makes a pattern", e);
    }
  }

  private static String json(Map<String, Object> pattern) throws JsonProcessingException {
    return JSON.writeValueAsString(pattern);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /** What is wrong with patterns; their rules are left out. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The buses that there are. */
  public Set<String> buses() {
    return Set.copyOf(machines.keySet());
  }

  boolean hasBus(String bus) {
    return machines.containsKey(bus);
  }

  /** The queues that an event goes to; empty where Event Ruler cannot read the event. */
  Optional<Set<String>> queues(String bus, String event) {
    try {
      return Optional.of(new LinkedHashSet<>(machines.get(bus).rulesForJSONEvent(event)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // Event Ruler declares no narrower one; it is about the event's JSON.
      return Optional.empty();
    }
  }
}
