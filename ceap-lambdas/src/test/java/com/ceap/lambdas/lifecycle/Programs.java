package com.ceap.lambdas.lifecycle;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.EventSourceSpec;
import com.ceap.model.program.ExitEvent;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.Newest;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Programs as far as their lifecycle goes. */
record Programs(List<Program> all, SortedMap<String, CeapException> unreadable)
    implements PublishedPrograms {
  /** Programs all of which can be read, until one of them is put aside. */
  Programs(List<Program> all) {
    this(new ArrayList<>(all), new TreeMap<>());
  }

  /** A program that has been published and that nobody can read. */
  void unreadable(String id) {
    all.removeIf(program -> program.programId().equals(id));
    unreadable.put(id, new CeapException(ErrorCode.PROGRAM_UNREADABLE, id + " cannot be read"));
  }

  void readable(Program program) {
    unreadable.remove(program.programId());
    all.add(program);
  }

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
  public Newest newest() {
    return new Newest(all, unreadable);
  }

  @Override
  public Optional<Program> newest(String programId) {
    if (unreadable.containsKey(programId)) {
      throw unreadable.get(programId);
    }
    return all.stream().filter(program -> program.programId().equals(programId)).findFirst();
  }

  @Override
  public Optional<Program> find(String programId, String version) {
    return newest(programId);
  }
}
