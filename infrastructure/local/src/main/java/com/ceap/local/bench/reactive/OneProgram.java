package com.ceap.local.bench.reactive;

import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A program as the only one that is published. */
record OneProgram(Program program) implements PublishedPrograms {
  @Override
  public Collection<Program> newest() {
    return List.of(program);
  }

  @Override
  public Optional<Program> newest(String programId) {
    return programId.equals(program.programId()) ? Optional.of(program) : Optional.empty();
  }

  @Override
  public Optional<Program> find(String programId, String version) {
    return newest(programId).filter(found -> found.version().equals(version));
  }
}
