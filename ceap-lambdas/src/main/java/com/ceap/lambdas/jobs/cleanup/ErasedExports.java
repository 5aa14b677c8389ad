package com.ceap.lambdas.jobs.cleanup;

import java.util.Collection;

/** Looks for erased customers in what was exported. */
@FunctionalInterface
public interface ErasedExports {
  /** Where nothing is exported. */
  ErasedExports NONE = (_, _) -> new Seen(0, 0, 0);

  /**
   * What was seen.
   *
   * @param files how many there are
   * @param looked how many of them were looked at
   * @param rows of erased customers in these
   */
  record Seen(long files, long looked, long rows) {}

  /**
   * Looks at files chosen at random.
   *
   * @param customers who were erased
   * @param most how many files are looked at
   */
  Seen look(Collection<String> customers, int most);
}
