package com.ceap.local.cli;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCategory;
import com.ceap.model.error.ErrorCode;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a line why a command failed. An error that nobody foresaw is a defect of ours. */
final class ExecutionErrors implements IExecutionExceptionHandler {
  private final BooleanSupplier debug;

  ExecutionErrors(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    int code = e instanceof CeapException known ? known(known, err) : unknown(e, err);
    if (debug.getAsBoolean()) {
      e.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  private static int known(CeapException e, PrintWriter err) {
    err.println("ceap: " + e.code() + ": " + e.getMessage());
    if (e.category() == ErrorCategory.DEFECT) {
      defect(err);
    }
    return e.code() == ErrorCode.ARGUMENT_INVALID
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  private static int unknown(Exception e, PrintWriter err) {
    err.println(
        "ceap: " + ErrorCode.DEFECT + ": " + e.getClass().getSimpleName() + ": " + e.getMessage());
    defect(err);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static void defect(PrintWriter err) {
    err.println(
        "This is a defect of CEAP. Please report it to the project's issue tracker, with the"
            + " command and what --debug adds.");
  }
}
