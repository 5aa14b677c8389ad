package com.ceap.lambdas.channel;

import com.ceap.model.program.Program;
import com.ceap.runtime.programs.Newest;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Programs in memory, every version of them. */
public final class PublishedVersions implements PublishedPrograms {
  private final Map<String, Program> newest = new LinkedHashMap<>();
  private final Map<String, Program> versions = new LinkedHashMap<>();

  public void publish(Program program) {
    newest.put(program.programId(), program);
    versions.put(program.programId() + "/" + program.version(), program);
  }

  public void remove(String programId) {
    newest.remove(programId);
  }

  @Override
  public Newest newest() {
    return Newest.of(newest.values());
  }

  @Override
  public Optional<Program> newest(String programId) {
    return Optional.ofNullable(newest.get(programId));
  }

  @Override
  public Optional<Program> find(String programId, String version) {
    return Optional.ofNullable(versions.get(programId + "/" + version));
  }
}
