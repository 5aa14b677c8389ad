package com.ceap.lambdas.report;

import com.ceap.lambdas.report.RunFigures.Turned;
import com.ceap.storage.Run;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads the funnel out of the summary that a run has left. */
final class RunSummaries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunSummaries() {}

  static RunFigures figures(Run run) {
    JsonNode summary = read(run);
    List<Turned> turned = new ArrayList<>();
    summary
        .path("filters")
        .forEach(
            filter ->
                turned.add(
                    new Turned(
                        filter.path("filterId").asText(), filter.path("rejected").asLong())));
    return new RunFigures(
        run.runId(),
        summary.path("state").asText(run.state().name()),
        summary.path("raw").asLong(),
        summary.path("unique").asLong(),
        turned,
        summary.path("eligible").asLong(),
        summary.path("scored").asLong(),
        summary.path("stored").asLong());
  }

  private static JsonNode read(Run run) {
    try {
      return JSON.readTree(run.summary());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the summary of run " + run.runId() + " is no JSON", e);
    }
  }
}
