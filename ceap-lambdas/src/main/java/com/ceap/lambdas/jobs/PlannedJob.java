package com.ceap.lambdas.jobs;

import com.ceap.model.program.AwsSchedule;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.util.Optional;

/** A job with its times. */
public final class PlannedJob {
  private final JobPlan plan;
  private final Optional<Program> program;
  private final String expression;
  private final AwsSchedule schedule;

  PlannedJob(JobPlan plan, Optional<Program> program, String expression) {
    this.plan = plan;
    this.program = program;
    this.expression = expression;
    this.schedule = AwsSchedule.parse(expression);
  }

  public JobPlan plan() {
    return plan;
  }

  /** Whose job it is; empty for the platform's own. */
  public Optional<String> programId() {
    return program.map(Program::programId);
  }

  /** When it is due: a schedule expression of EventBridge, in UTC. */
  public String expression() {
    return expression;
  }

  /** The slot that has come last. */
  public Optional<Instant> last(Instant now) {
    return schedule.last(now);
  }

  /** The slot that comes next. */
  public Optional<Instant> next(Instant after) {
    return schedule.next(after);
  }

  public JobRun run(Instant slot) {
    return new JobRun(plan.name(), program, slot);
  }
}
