package com.ceap.runtime.aws;

import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.programs.ProgramNews;
import java.util.Map;
import java.util.function.Consumer;

/** Tells people of what could not be looked at again: a line in the log, and a metric. */
public record RefreshNews(FunctionLog log, Measurements measurements) implements ProgramNews {
  @Override
  public void unreadable(String programId, RuntimeException why) {
    log.error(
        "a program's newest version cannot be read; the one before goes on, if any is known",
        why,
        Map.of("programId", programId));
    measurements.put(Metric.PROGRAM_UNREADABLE.of(1, programId));
  }

  @Override
  public void unreachable(RuntimeException why) {
    failed("programs").accept(why);
  }

  /** Tells of failed looks at something, such as {@code secrets}. */
  public Consumer<RuntimeException> failed(String what) {
    return why -> {
      log.error("what was known goes on: a look at it failed", why, Map.of("what", what));
      measurements.put(Metric.REFRESH_FAILED.of(1, what));
    };
  }
}
