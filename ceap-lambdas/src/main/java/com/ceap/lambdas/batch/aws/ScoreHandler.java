package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Scores what is left of a chunk. Thread-safe. */
public final class ScoreHandler implements RequestStreamHandler {
  private final JsonFunction<ChunkTask, ChunkFunctions.Finished> function;

  /** As the environment says. */
  public ScoreHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public ScoreHandler(KnownSteps steps) {
    this.function = new JsonFunction<>(ChunkTask.class, new ChunkFunctions(steps)::score);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }
}
