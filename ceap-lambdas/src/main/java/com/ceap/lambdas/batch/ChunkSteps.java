package com.ceap.lambdas.batch;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.filters.ChainResult;
import com.ceap.filters.FilterChain;
import com.ceap.filters.spi.FilterContext;
import com.ceap.lambdas.etl.EtlResult;
import com.ceap.lambdas.etl.EtlStage;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.Candidate;
import com.ceap.model.port.Lookups;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import com.ceap.scoring.Scorer;
import com.ceap.scoring.ScoringResult;
import java.util.List;
import java.util.Map;

/**
 * ETL, Filter and Score of one chunk, a function each: what it turns away it records, what it
 * passes it hands back. To repeat one writes the same objects again. Thread-safe.
 */
public final class ChunkSteps {
  static final String ETL = "etl";
  static final String FILTER = "filter";
  static final String SCORE = "score";

  private final Program program;
  private final ExtensionRegistry<ChannelFactory<?>> channels;
  private final Map<String, DataConnector> connectors;
  private final FilterChain filters;
  private final Scorer scorer;
  private final RunObjects objects;

  ChunkSteps(
      Program program,
      ExtensionRegistry<ChannelFactory<?>> channels,
      Map<String, DataConnector> connectors,
      FilterChain filters,
      Scorer scorer,
      RunObjects objects) {
    this.program = program;
    this.channels = channels;
    this.connectors = Map.copyOf(connectors);
    this.filters = filters;
    this.scorer = scorer;
    this.objects = objects;
  }

  /**
   * What a step passes on.
   *
   * @param report the funnel of the chunk so far
   */
  public record Passed(List<Candidate> candidates, ChunkReport report) {}

  /**
   * Makes candidates of the chunk's rows.
   *
   * @param chunk with the locations of its rows
   * @throws com.ceap.model.error.CeapException where the source or a look-up fails
   */
  public Passed etl(RunTicket run, Chunk chunk, Lookups lookups) {
    long started = System.nanoTime();
    DataConnector connector = connectors.get(chunk.connectorId());
    EtlResult result =
        new EtlStage(program, channels, run.businessDate())
            .run(sink -> connector.read(chunk, sink), lookups);
    objects.rejects(run.keys(), chunk, result.rejected());
    objects.trace(run.keys(), ETL, chunk, result.notServed());
    StageReport stage = report(ETL, result.raw(), result.candidates().size(), started);
    return new Passed(result.candidates(), ChunkReport.of(result, stage));
  }

  /**
   * Lets the program's filters judge the chunk's candidates.
   *
   * @throws com.ceap.model.error.CeapException where a look-up fails
   */
  public Passed filter(RunTicket run, Chunk chunk, Passed etl, Lookups lookups) {
    long started = System.nanoTime();
    ChainResult chain =
        filters.apply(etl.candidates(), new FilterContext(lookups, run.startedAt()));
    objects.trace(run.keys(), FILTER, chunk, chain.rejected());
    StageReport stage = report(FILTER, etl.candidates().size(), chain.passed().size(), started);
    return new Passed(chain.passed(), etl.report().plus(ChunkReport.of(chain, stage)));
  }

  /**
   * Scores what is left and ends the chunk: once its report is written, it is decided.
   *
   * @throws com.ceap.model.error.CeapException where every way to a score fails
   */
  public ChunkReport score(RunTicket run, Chunk chunk, Passed filtered) {
    long started = System.nanoTime();
    List<Candidate> eligible = filtered.candidates();
    ScoringResult scoring = scorer.score(program, eligible, run.startedAt());
    objects.scored(run.keys(), chunk, scoring.scored());
    objects.trace(run.keys(), SCORE, chunk, scoring.rejected());
    StageReport stage = report(SCORE, eligible.size(), scoring.scored().size(), started);
    ChunkReport report = filtered.report().plus(ChunkReport.of(scoring, stage));
    objects.records().decided(run.keys(), chunk, report);
    return report;
  }

  private static StageReport report(String stage, long in, long out, long started) {
    return new StageReport(stage, in, out, System.nanoTime() - started);
  }
}
