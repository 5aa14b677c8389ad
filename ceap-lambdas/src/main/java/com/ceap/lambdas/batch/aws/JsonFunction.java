package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.ceap.lambdas.batch.BatchJson;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.aws.FunctionLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A step as a function from JSON to JSON. It throws where it failed. Thread-safe. */
final class JsonFunction<I, O> {
  private static final FunctionLog LOG = FunctionLog.of(JsonFunction.class);

  private final Class<I> input;
  private final Function<I, O> step;

  JsonFunction(Class<I> input, Function<I, O> step) {
    this.input = input;
    this.step = step;
  }

  /**
   * Decodes, calls, encodes.
   *
   * @throws StepException by the category of what went wrong
   * @throws RunFailedException where the run may not go on
   */
  void call(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode json = BatchJson.mapper().readTree(in);
    BatchJson.mapper().writeValue(out, LOG.during(context, executionId(json), () -> logged(json)));
  }

  private static String executionId(JsonNode json) {
    String started = json.at("/execution/Name").asText(json.at("/detail/name").asText());
    return json.path("run").path("executionId").asText(started);
  }

  private O logged(JsonNode json) {
    long started = System.nanoTime();
    try {
      O answer = answer(json);
      LOG.info("a step is done", told(json, started));
      return answer;
    } catch (RunFailedException outcome) {
      Map<String, Object> fields = told(json, started);
      fields.put("problem", outcome.getMessage());
      LOG.info("the run has failed", fields);
      throw outcome;
    } catch (StepException e) {
      LOG.error("a step has failed", e.getCause(), told(json, started));
      throw e;
    }
  }

  private Map<String, Object> told(JsonNode json, long started) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("program", json.path("run").path("programId").asText());
    fields.put("chunk", json.path("chunk").path("index").asInt(-1));
    fields.put("milliseconds", (System.nanoTime() - started) / 1_000_000);
    return fields;
  }

  private O answer(JsonNode json) {
    try {
      return step.apply(decoded(json));
    } catch (RunFailedException outcome) {
      throw outcome;
    } catch (RuntimeException e) {
      throw StepException.of(e);
    }
  }

  private I decoded(JsonNode json) {
    try {
      return BatchJson.mapper().treeToValue(json, input);
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "the input is no %s: %s".formatted(input.getSimpleName(), e.getMessage()),
          e);
    }
  }
}
