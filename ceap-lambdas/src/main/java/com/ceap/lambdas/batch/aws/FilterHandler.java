package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Lets the filters judge a chunk's candidates. Thread-safe. */
public final class FilterHandler implements RequestStreamHandler {
  private final JsonFunction<ChunkTask, ChunkTask> function;

  /** As the environment says. */
  public FilterHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public FilterHandler(KnownSteps steps) {
    this.function = new JsonFunction<>(ChunkTask.class, new ChunkFunctions(steps)::filter);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }
}
