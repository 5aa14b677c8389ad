package com.ceap.lambdas.batch.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Ends a run, well or after an error that the state machine caught. Thread-safe. */
public final class CompleteHandler implements RequestStreamHandler {
  private final RunFunctions runs;
  private final FailureFunction failures;
  private final JsonFunction<End, Object> function;

  /** A run that came to its end, or an execution and its failure. */
  record End(RunTicket run, Execution execution, FailureFunction.Failure failure) {}

  /** As the environment says. */
  public CompleteHandler() {
    this(KnownSteps.in(FunctionPlace.fromEnvironment()));
  }

  public CompleteHandler(KnownSteps steps) {
    this.runs = new RunFunctions(steps);
    this.failures = new FailureFunction(steps);
    this.function = new JsonFunction<>(End.class, this::end);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.call(in, out, context);
  }

  private Object end(End end) {
    return end.failure() == null
        ? runs.complete(new RunFunctions.OfRun(end.run()))
        : failures.call(new FailureFunction.Failed(end.execution(), end.failure()));
  }
}
