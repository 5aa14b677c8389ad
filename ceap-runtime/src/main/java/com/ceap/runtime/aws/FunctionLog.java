package com.ceap.runtime.aws;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entries;

import com.amazonaws.services.lambda.runtime.Context;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The log of a function: one JSON object a line, with the invocation's ids. Of an error it holds
 * the code and the place; the message only where it is one of ours, which name nobody. Thread-safe.
 */
public final class FunctionLog {
  private static final String CORRELATION = "correlation_id";

  private final Logger logger;

  private FunctionLog(Logger logger) {
    this.logger = logger;
  }

  public static FunctionLog of(Class<?> source) {
    return new FunctionLog(LoggerFactory.getLogger(source));
  }

  /**
   * Does an invocation's work, whose lines share its ids.
   *
   * @param correlationId by which lines of several functions are found together; may be empty
   */
  public <T> T during(Context context, String correlationId, Supplier<T> work) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          if (!correlationId.isEmpty()) {
            MDC.put(CORRELATION, Redaction.of(correlationId));
          }
          return work.get();
        });
  }

  /**
   * Tells what was done.
   *
   * @param fields of the line
   */
  public void info(String message, Map<String, ?> fields) {
    if (logger.isInfoEnabled()) {
      logger.info(Redaction.of(message), entries(redacted(fields)));
    }
  }

  /** Tells what went wrong and is dealt with. */
  public void warn(String message, Map<String, ?> fields) {
    logger.warn(Redaction.of(message), entries(redacted(fields)));
  }

  /** Tells what has failed, for people to look at. */
  public void error(String message, Throwable why, Map<String, ?> fields) {
    Map<String, Object> all = redacted(fields);
    all.put("errorCode", code(why).name());
    all.put("reason", sentence(why));
    logger.error(Redaction.of(message), entries(all));
  }

  private static Map<String, Object> redacted(Map<String, ?> fields) {
    Map<String, Object> all = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            all.put(name, value instanceof Number ? value : Redaction.of(String.valueOf(value))));
    return all;
  }

  private static ErrorCode code(Throwable why) {
    return why instanceof CeapException ours ? ours.code() : ErrorCode.DEFECT;
  }

  private static String sentence(Throwable why) {
    if (why instanceof CeapException) {
      return Redaction.of(String.valueOf(why.getMessage()));
    }
    StackTraceElement[] trace = why.getStackTrace();
    return why.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
