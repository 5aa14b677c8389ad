package com.ceap.lambdas.batch.aws;

import com.ceap.lambdas.batch.BatchPlace;
import com.ceap.lambdas.batch.BatchSteps;
import com.ceap.lambdas.batch.HandOver;
import com.ceap.lambdas.batch.RecordedRun;
import com.ceap.lambdas.batch.RunMeasured;
import com.ceap.lambdas.batch.RunRecords;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The steps of every program version that this function has met, made once each. Thread-safe. */
public final class KnownSteps {
  private record Version(String programId, String version, boolean dryRun) {}

  private final PublishedPrograms programs;
  private final BatchPlace place;
  private final RunRecords records;
  private final Measurements measurements;
  private final Map<Version, BatchSteps> known = new ConcurrentHashMap<>();

  public KnownSteps(PublishedPrograms programs, BatchPlace place, Measurements measurements) {
    this.programs = programs;
    this.place = place;
    this.measurements = measurements;
    this.records = new RunRecords(place.objects());
  }

  /** Those of a function, made for every program before its snapshot is taken. */
  static KnownSteps in(FunctionPlace place) {
    KnownSteps steps = new KnownSteps(place.programs(), place.batch(), place.measurements());
    place.snapshots().primeEach(() -> steps.programs.newest().readable(), steps::prime);
    return steps;
  }

  private void prime(Program program) {
    if (program.enabled() && !program.dataConnectors().isEmpty()) {
      of(new Version(program.programId(), program.version(), false), program);
    }
  }

  /** Ends a run and measures it. */
  RunSummary complete(RunTicket run, RunSummary summary) {
    RunSummary written = of(run).complete().run(run, summary);
    measurements.put(RunMeasured.of(written));
    return written;
  }

  /**
   * Ends a run as FAILED whose execution is gone, and measures it.
   *
   * @return whether it was still running
   */
  boolean settle(RunTicket run, String problem) {
    RunSummary summary = recorded(run).failed(run, problem);
    boolean settled = of(run).complete().settle(run, summary);
    if (settled) {
      measurements.put(RunMeasured.of(summary));
    }
    return settled;
  }

  RunRecords records() {
    return records;
  }

  /** How candidates travel between functions. */
  HandOver.ThroughObjects handOver() {
    return new HandOver.ThroughObjects(new CandidateObjects(place.objects()));
  }

  /**
   * The newest version of a program, which a run begins with.
   *
   * @throws CeapException ARGUMENT_INVALID where none is published, PROGRAM_UNREADABLE
   */
  Program newest(String programId) {
    return programs
        .newest(programId)
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "programId is '%s'; no such program is published, known are %s"
                        .formatted(
                            programId,
                            programs.newest().readable().stream()
                                .map(Program::programId)
                                .sorted()
                                .toList())));
  }

  /** The steps of the program version that a run began with. */
  BatchSteps of(RunTicket run) {
    return of(new Version(run.programId(), run.programVersion(), run.dryRun()), version(run));
  }

  private BatchSteps of(Version version, Program program) {
    return known.computeIfAbsent(version, wanted -> place.steps(program, wanted.dryRun()));
  }

  /** A run by what is recorded of it. */
  RecordedRun recorded(RunTicket run) {
    return new RecordedRun(version(run), records, place.clock());
  }

  private Program version(RunTicket run) {
    return programs
        .find(run.programId(), run.programVersion())
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PROGRAM_INVALID,
                    "run %s began with version %s of program %s, which is published no more"
                        .formatted(run.executionId(), run.programVersion(), run.programId())));
  }
}
