package com.ceap.local.run;

import com.ceap.lambdas.batch.RunObjects;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.trace.TraceLine;
import com.ceap.local.run.Explanation.Decision;
import com.ceap.local.run.Explanation.End;
import com.ceap.model.CandidateKey;
import com.ceap.model.ScoredCandidate;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Explains decisions from the trace that a run left. */
public final class Explainer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ObjectStore objects;
  private final Function<String, Map<CandidateKey, String>> storedRuns;

  /**
   * Reads the trace of {@code objects}.
   *
   * @param storedRuns the candidates of a customer that are stored, with the run that stored each
   */
  public Explainer(ObjectStore objects, Function<String, Map<CandidateKey, String>> storedRuns) {
    this.objects = objects;
    this.storedRuns = storedRuns;
  }

  /** The newest run of a program that came to its end; ids sort by the time of their start. */
  public Optional<String> newestRun(String programId) {
    String prefix = "runs/" + programId + "/";
    return objects.list(prefix).stream()
        .filter(key -> key.endsWith("/summary.json"))
        .map(key -> key.substring(prefix.length(), key.lastIndexOf('/')))
        .max(Comparator.naturalOrder());
  }

  public Explanation explain(String programId, String executionId, String customerId) {
    RunKeys keys = new RunKeys(programId, executionId);
    JsonNode summary = summary(keys);
    List<String> filters =
        StreamSupport.stream(summary.path("filters").spliterator(), false)
            .map(filter -> filter.path("filterId").asText())
            .toList();
    RunObjects run = new RunObjects(objects);
    Map<CandidateKey, String> stored = storedRuns.apply(customerId);
    Stream<Decision> rejected =
        run.rejections(keys, customerId).stream().map(line -> rejected(line, filters));
    Stream<Decision> scored =
        run.scored(keys, customerId).stream()
            .map(
                candidate ->
                    scored(candidate, filters, end(candidate, executionId, stored, summary)));
    List<Decision> decisions =
        Stream.concat(scored, rejected)
            .sorted(Comparator.comparing((Decision d) -> d.subject().id()))
            .toList();
    String state = summary.path("state").asText();
    return new Explanation(programId, executionId, state, filters, decisions);
  }

  private JsonNode summary(RunKeys keys) {
    try (InputStream in = objects.open(keys.summary())) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + keys.summary(), e);
    }
  }

  private static Decision rejected(TraceLine line, List<String> filters) {
    int position = filters.indexOf(line.rejection().filterId());
    List<String> passed =
        switch (line.rejection().filterId()) {
          case "etl" -> List.of();
          case "score" -> filters;
          default -> filters.subList(0, Math.max(position, 0));
        };
    return new Decision(
        line.subject(),
        line.marketplace(),
        new ArrayList<>(passed),
        Optional.of(line.rejection()),
        Optional.empty(),
        End.REJECTED);
  }

  private static Decision scored(ScoredCandidate candidate, List<String> filters, End end) {
    return new Decision(
        candidate.key().subject(),
        candidate.key().marketplace(),
        filters,
        Optional.empty(),
        Optional.of(candidate),
        end);
  }

  private static End end(
      ScoredCandidate candidate,
      String executionId,
      Map<CandidateKey, String> stored,
      JsonNode summary) {
    String storedBy = stored.getOrDefault(candidate.key(), "");
    if (storedBy.equals(executionId)) {
      return End.STORED;
    }
    boolean complete = summary.path("state").asText().equals("COMPLETE");
    boolean selects = summary.path("selected").asLong() < summary.path("scored").asLong();
    if (complete && selects && storedBy.compareTo(executionId) < 0) {
      return End.NOT_SELECTED;
    }
    return complete && storedBy.compareTo(executionId) > 0 ? End.REPLACED : End.NOT_STORED;
  }
}
