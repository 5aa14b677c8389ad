package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Makes candidates of a chunk's rows. Thread-safe. */
public final class EtlHandler implements RequestStreamHandler {
  private final JsonFunction<ChunkTask, ChunkTask> function;

  /** As the environment says. */
  public EtlHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public EtlHandler(KnownSteps steps) {
    this.function = new JsonFunction<>(ChunkTask.class, new ChunkFunctions(steps)::etl);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }
}
