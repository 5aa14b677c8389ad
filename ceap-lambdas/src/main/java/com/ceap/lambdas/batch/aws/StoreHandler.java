package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Stores what was selected of a chunk. Thread-safe. */
public final class StoreHandler implements RequestStreamHandler {
  private final JsonFunction<ChunkTask, ChunkFunctions.Finished> function;

  /** As the environment says. */
  public StoreHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public StoreHandler(KnownSteps steps) {
    this.function = new JsonFunction<>(ChunkTask.class, new ChunkFunctions(steps)::store);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }
}
