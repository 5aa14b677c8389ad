package com.ceap.filters;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.Candidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Every filter that waits asked about all candidates at once. An answer counts only where the
 * filters before changed nothing; else the filter is asked again about those that are left, by then
 * without waiting, since its look-ups are at hand. So the verdicts are those of the sequential run.
 */
final class Speculation implements AutoCloseable {
  private final List<Candidate> candidates;
  private final FilterContext context;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Filter, Future<FilterResult>> answers = new HashMap<>();

  Speculation(List<Filter> filters, List<Candidate> candidates, FilterContext context) {
    this.candidates = candidates;
    this.context = context;
    for (Filter filter : filters) {
      answers.put(filter, threads.submit(() -> filter.apply(candidates, context)));
    }
  }

  FilterResult result(Filter filter, List<Candidate> left) {
    Future<FilterResult> answer = answers.get(filter);
    return answer != null && left.equals(candidates)
        ? await(filter, answer)
        : filter.apply(left, context);
  }

  private static FilterResult await(Filter filter, Future<FilterResult> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw rethrown(filter, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(
          ErrorCode.RUN_FAILED, "interrupted while waiting for filter " + filter.filterId(), e);
    }
  }

  private static RuntimeException rethrown(Filter filter, ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException problem -> problem;
      case Error error -> throw error;
      case null, default ->
          new CeapException(
              ErrorCode.DEFECT, "filter " + filter.filterId() + " failed unexpectedly", e);
    };
  }

  /** Nobody waits for filters whose candidates are all rejected already. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
