package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.filters.ChainResult;
import com.ceap.filters.FilterChain;
import com.ceap.filters.spi.FilterContext;
import com.ceap.lambdas.etl.EtlResult;
import com.ceap.lambdas.etl.EtlStage;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.RejectedRecord;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.port.Lookups;
import com.ceap.model.program.Program;
import com.ceap.scoring.Scorer;
import com.ceap.scoring.ScoringResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** ETL, Filter and Score over one chunk. Thread-safe: chunks are decided in parallel. */
public final class ChunkDecision {
  private final Program program;
  private final EtlStage etl;
  private final FilterChain filters;
  private final Scorer scorer;
  private final DecisionPorts ports;
  private final HandOver handOver;

  public ChunkDecision(
      Program program,
      EtlStage etl,
      FilterChain filters,
      Scorer scorer,
      DecisionPorts ports,
      HandOver handOver) {
    this.program = program;
    this.etl = etl;
    this.filters = filters;
    this.scorer = scorer;
    this.ports = ports;
    this.handOver = handOver;
  }

  /**
   * What was decided about a chunk.
   *
   * @param rejected every candidate that was turned away, by stage
   */
  public record Decided(
      ChunkReport report,
      List<ScoredCandidate> scored,
      List<List<RejectedCandidate>> rejected,
      List<RejectedRecord> rejectedRecords) {}

  /**
   * Decides a chunk.
   *
   * @param now the moment of the decision, the same for the whole run
   * @throws com.ceap.model.error.CeapException where a look-up or every way to a score fails
   */
  public Decided decide(DataConnector connector, Chunk chunk, RunKeys keys, Instant now) {
    long started = System.nanoTime();
    Lookups lookups = ports.lookups();
    EtlResult etlResult = etl.run(sink -> connector.read(chunk, sink), lookups);
    List<Candidate> unique = handOver.next(keys, "etl", chunk, etlResult.candidates());
    long extracted = System.nanoTime();
    FilterContext context = new FilterContext(handOver.next(lookups, ports), now);
    ChainResult chain = filters.apply(unique, context);
    List<Candidate> eligible = handOver.next(keys, "filter", chunk, chain.passed());
    long filtered = System.nanoTime();
    ScoringResult scoring = scorer.score(program, eligible, now);
    long scored = System.nanoTime();
    List<StageReport> stages =
        List.of(
            new StageReport("etl", etlResult.raw(), unique.size(), extracted - started),
            new StageReport("filter", unique.size(), eligible.size(), filtered - extracted),
            new StageReport("score", eligible.size(), scoring.scored().size(), scored - filtered));
    return new Decided(
        report(etlResult, chain, scoring, stages),
        scoring.scored(),
        List.of(etlResult.notServed(), chain.rejected(), scoring.rejected()),
        etlResult.rejected());
  }

  private static ChunkReport report(
      EtlResult etl, ChainResult chain, ScoringResult scoring, List<StageReport> stages) {
    return new ChunkReport(
        etl.raw(),
        etl.rejected().size(),
        count(etl.rejected(), RejectedRecord::reasonCode),
        etl.duplicates(),
        etl.notServed().size(),
        etl.candidates().size(),
        chain.outcomes(),
        chain.passed().size(),
        count(scoring.rejected(), rejected -> rejected.rejection().reasonCode()),
        scoring.scored().size(),
        ScoreDistribution.of(scoring.scored()),
        scoring.models(),
        stages);
  }

  private static <T> Map<String, Long> count(List<T> list, Function<T, String> name) {
    Map<String, Long> counts = new TreeMap<>();
    list.forEach(one -> counts.merge(name.apply(one), 1L, Long::sum));
    return counts;
  }
}
