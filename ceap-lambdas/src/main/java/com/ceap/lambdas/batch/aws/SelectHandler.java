package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Judges the decided chunks and lists those to be stored. Thread-safe. */
public final class SelectHandler implements RequestStreamHandler {
  private final JsonFunction<RunFunctions.OfRun, RunFunctions.Work> function;

  /** As the environment says. */
  public SelectHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public SelectHandler(KnownSteps steps) {
    this.function = new JsonFunction<>(RunFunctions.OfRun.class, new RunFunctions(steps)::select);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }
}
