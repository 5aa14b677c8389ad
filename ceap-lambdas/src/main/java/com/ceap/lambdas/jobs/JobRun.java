package com.ceap.lambdas.jobs;

import com.ceap.model.program.Program;
import com.ceap.storage.JobKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One slot of a job.
 *
 * @param program what it is done for; empty for the platform's own jobs
 * @param slot the moment that it was due at, which may be some time ago
 */
public record JobRun(String job, Optional<Program> program, Instant slot) {
  /** The day of the slot, UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(slot, ZoneOffset.UTC);
  }

  public LocalDate dayBefore() {
    return day().minusDays(1);
  }

  JobKey key() {
    return new JobKey(job, program.map(Program::programId));
  }

  /**
   * The program.
   *
   * @throws IllegalStateException for a job of the platform
   */
  public Program requireProgram() {
    return program.orElseThrow(
        () -> new IllegalStateException("job " + job + " is done for a program"));
  }
}
