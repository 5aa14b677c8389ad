package com.ceap.lambdas.batch.aws;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.batch.BatchSteps;
import com.ceap.lambdas.batch.ExtractStep;
import com.ceap.lambdas.batch.ExtractStep.Extracted;
import com.ceap.lambdas.batch.RecordedRun.Standing;
import com.ceap.lambdas.batch.RunRequest;
import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.batch.SelectStep;
import com.ceap.lambdas.batch.SelectStep.Selected;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.program.Program;
import java.time.LocalDate;
import java.util.List;

/** What the functions do that work on a whole run: Extract, Select, Complete. Thread-safe. */
final class RunFunctions {
  private final KnownSteps steps;

  RunFunctions(KnownSteps steps) {
    this.steps = steps;
  }

  /** What Extract is given. */
  record Begin(Execution execution) {}

  /** What a function is given that needs the run alone. */
  record OfRun(RunTicket run) {}

  /** A run and what there is to do for it. */
  record Begun(RunTicket run, Work work) {}

  /**
   * Chunks to work on.
   *
   * @param enabled whether the program is switched on
   * @param chunks how many chunks the run has
   * @param pending how many of them are to be worked on
   * @param manifest the key of their list
   * @param toleratedFailurePercentage of the pending ones, 0 to 100, rounded up: Step Functions
   *     takes whole ones from a path; Select and Complete judge exactly
   */
  record Work(
      boolean enabled, int chunks, int pending, String manifest, int toleratedFailurePercentage) {}

  /** How a run ended; what it brought by way of campaigns begins with this. */
  record Ended(
      String programId,
      String programVersion,
      String executionId,
      LocalDate businessDate,
      RunState state,
      long raw,
      long unique,
      long eligible,
      long scored,
      long selected,
      long stored,
      int failedChunks) {}

  /** Begins the run of an execution, or goes on with it. */
  Begun extract(Begin begin) {
    Execution execution = begin.execution();
    RunTicket run = ticket(execution);
    BatchSteps known = steps.of(run);
    if (!known.program().enabled()) {
      return new Begun(run, new Work(false, 0, 0, "", 0));
    }
    Extracted extracted = known.extract().run(run);
    int chunks = extracted.report().chunks().size();
    Work work =
        work(
            known,
            run.keys(),
            chunks,
            extracted.pending(),
            ExtractStep.MANIFEST,
            known.program().toleratedFailureRatio() * chunks);
    return new Begun(run, work);
  }

  /** A run that began before keeps the version, the date and the moment that it began with. */
  private RunTicket ticket(Execution execution) {
    RunKeys keys = execution.keys();
    if (execution.input().rerun() != null) {
      return steps.records().ticket(keys);
    }
    return steps
        .records()
        .find(keys.ticket(), RunTicket.class)
        .orElseGet(() -> newTicket(execution));
  }

  private RunTicket newTicket(Execution execution) {
    Program program = steps.newest(execution.input().programId());
    RunRequest request =
        new RunRequest(
            execution.input().date(execution.startTime()),
            execution.name(),
            execution.input().dryRun());
    return RunTicket.of(program, request, execution.startTime());
  }

  /**
   * Finds what is stored, once the chunks are decided.
   *
   * @throws RunFailedException where too many failed, or too many records could not be read
   */
  Work select(OfRun of) {
    RunTicket run = of.run();
    BatchSteps known = steps.of(run);
    Standing standing = steps.recorded(run).decided(run);
    standing.problem().ifPresent(RunFunctions::fail);
    Selected selected = known.select().run(run, standing.decided());
    double tolerated = known.program().toleratedFailureRatio() * standing.chunks();
    return work(
        known,
        run.keys(),
        standing.chunks(),
        selected.pending(),
        SelectStep.MANIFEST,
        tolerated - (standing.chunks() - standing.decided().size()));
  }

  /** The share of the pending chunks that may fail where so many of the run may. */
  private static Work work(
      BatchSteps known,
      RunKeys keys,
      int chunks,
      List<Chunk> pending,
      String manifest,
      double tolerated) {
    double share = pending.isEmpty() ? 0 : 100 * tolerated / pending.size();
    return new Work(
        known.program().enabled(),
        chunks,
        pending.size(),
        keys.manifest(manifest),
        (int) Math.ceil(Math.clamp(share, 0, 100)));
  }

  /**
   * Ends the run.
   *
   * @throws RunFailedException where more is missing than the program tolerates
   */
  Ended complete(OfRun of) {
    RunTicket run = of.run();
    RunSummary summary = steps.complete(run, steps.recorded(run).summary(run));
    summary.problem().ifPresent(RunFunctions::fail);
    return new Ended(
        run.programId(),
        run.programVersion(),
        run.executionId(),
        run.businessDate(),
        summary.state(),
        summary.raw(),
        summary.unique(),
        summary.eligible(),
        summary.scored(),
        summary.selected(),
        summary.stored(),
        summary.failures().size());
  }

  private static void fail(String problem) {
    throw new RunFailedException(problem);
  }
}
