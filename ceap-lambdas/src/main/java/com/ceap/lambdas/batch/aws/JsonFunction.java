package com.ceap.lambdas.batch.aws;

import com.ceap.lambdas.batch.BatchJson;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/** A step as a function from JSON to JSON. It throws where it failed. Thread-safe. */
final class JsonFunction<I, O> {
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
  void call(InputStream in, OutputStream out) throws IOException {
    JsonNode json = BatchJson.mapper().readTree(in);
    BatchJson.mapper().writeValue(out, answer(json));
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
