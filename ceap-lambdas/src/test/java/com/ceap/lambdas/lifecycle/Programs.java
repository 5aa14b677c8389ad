package com.ceap.lambdas.lifecycle;

import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.EventSourceSpec;
import com.ceap.model.program.ExitEvent;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs as far as their lifecycle goes. */
record Programs(List<Program> all) implements PublishedPrograms {
  /** Carts, with the exits that every program of carts has. */
  static Program carts(String id) {
    return program(id, "cart", true, ExitEvent.OF_CARTS);
  }

  static Program program(String id, String subjectType, boolean byEvent, List<ExitEvent> exits) {
    List<EventSourceSpec> sources =
        byEvent
            ? List.of(new EventSourceSpec("events", "eventbridge", "bus", Map.of()))
            : List.of();
    return new Program(
        id,
        id,
        "v1",
        true,
        Optional.empty(),
        List.of("US"),
        subjectType,
        List.of(),
        sources,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DeliveryRules.DEFAULT,
        exits,
        Optional.empty(),
        7,
        0.5,
        0,
        Map.of());
  }

  @Override
  public Collection<Program> newest() {
    return all;
  }

  @Override
  public Optional<Program> newest(String programId) {
    return all.stream().filter(program -> program.programId().equals(programId)).findFirst();
  }

  @Override
  public Optional<Program> find(String programId, String version) {
    return newest(programId);
  }
}
