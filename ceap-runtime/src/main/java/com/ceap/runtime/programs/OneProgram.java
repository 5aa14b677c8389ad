package com.ceap.runtime.programs;

import com.ceap.model.program.Program;
import java.util.List;
import java.util.Optional;

/** One program in one version. */
record OneProgram(Program program) implements PublishedPrograms {
  @Override
  public Newest newest() {
    return Newest.of(List.of(program));
  }

  @Override
  public Optional<Program> newest(String programId) {
    return Optional.of(program).filter(known -> known.programId().equals(programId));
  }

  @Override
  public Optional<Program> find(String programId, String version) {
    return newest(programId).filter(known -> known.version().equals(version));
  }
}
