package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Begins the run of an execution and lists the chunks to be decided. Thread-safe. */
public final class ExtractHandler implements RequestStreamHandler {
  private final JsonFunction<RunFunctions.Begin, RunFunctions.Begun> function;

  /** As the environment says. */
  public ExtractHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public ExtractHandler(KnownSteps steps) {
    this.function = new JsonFunction<>(RunFunctions.Begin.class, new RunFunctions(steps)::extract);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }
}
