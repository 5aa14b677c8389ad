package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Ends the runs of executions that were stopped or ran out of time. Thread-safe. */
public final class SettleHandler implements RequestStreamHandler {
  private final JsonFunction<SettleFunction.Told, SettleFunction.Settled> function;

  /** As the environment says. */
  public SettleHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public SettleHandler(KnownSteps steps) {
    this.function = new JsonFunction<>(SettleFunction.Told.class, new SettleFunction(steps)::call);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }
}
