package com.ceap.lambdas.jobs;

import com.ceap.model.program.Program;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a job is called and when it is due.
 *
 * @param name lower-case words joined by hyphens
 * @param purpose one line for people
 */
public record JobPlan(String name, String purpose, Due due) {
  /** When a job is due, as EventBridge's schedule expressions in UTC. */
  public sealed interface Due {
    /** Once for the whole platform. */
    record OfPlatform(String expression) implements Due {}

    /**
     * For each program by itself.
     *
     * @param expression empty where a program has no use for the job
     */
    record OfProgram(Function<Program, Optional<String>> expression) implements Due {}
  }

  static JobPlan ofPlatform(String name, String purpose, String expression) {
    return new JobPlan(name, purpose, new Due.OfPlatform(expression));
  }

  static JobPlan ofProgram(
      String name, String purpose, Function<Program, Optional<String>> expression) {
    return new JobPlan(name, purpose, new Due.OfProgram(expression));
  }
}
