package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.select.CutoffObjects;
import com.ceap.lambdas.select.Cutoffs;
import com.ceap.lambdas.select.Selector;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.program.Program;
import com.ceap.model.program.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what of a run is stored: everything where its program selects nothing, else the best of
 * each group over all chunks. Thread-safe.
 */
public final class SelectStep {
  /** Names the list of chunks to store. */
  public static final String MANIFEST = "store";

  private final Program program;
  private final RunObjects objects;
  private final CutoffObjects cutoffs;

  SelectStep(Program program, RunObjects objects, CutoffObjects cutoffs) {
    this.program = program;
    this.objects = objects;
    this.cutoffs = cutoffs;
  }

  /**
   * What is to be stored.
   *
   * @param pending the chunks that are not stored yet
   */
  public record Selected(RunSelection selection, List<Chunk> pending) {}

  /** Selects among the decided chunks of a run. */
  public Selected run(RunTicket run, List<Chunk> decided) {
    long started = System.nanoTime();
    RunSelection selection =
        program
            .selection()
            .map(how -> selection(run, how, decided))
            .orElseGet(RunSelection::everything);
    List<Chunk> pending = new ArrayList<>(decided);
    if (program.selection().isEmpty()) {
      pending.removeAll(objects.records().storedOf(run.keys(), decided));
    }
    objects.records().manifest(run.keys(), MANIFEST, pending);
    StageReport report =
        new StageReport("select", 0, selection.kept(), System.nanoTime() - started);
    objects.records().selected(run.keys(), report);
    return new Selected(selection, List.copyOf(pending));
  }

  private RunSelection selection(RunTicket run, Selection how, List<Chunk> decided) {
    Selector selector = new Selector(how);
    objects.forEachScored(run.keys(), decided, selector::offer);
    Cutoffs found = selector.cutoffs();
    cutoffs.write(run.keys().cutoffs(), found);
    return new RunSelection(found::keeps, selector.kept());
  }

  /** What was selected, for those who store some chunks of it elsewhere. */
  public RunSelection selected(RunTicket run) {
    return program
        .selection()
        .map(how -> cutoffs.read(run.keys().cutoffs(), how))
        .map(found -> new RunSelection(found::keeps, 0))
        .orElseGet(RunSelection::everything);
  }
}
