package com.ceap.serving.eligibility;

import java.util.Set;

/** Whether a candidate may still be shown. */
public sealed interface Verdict {
  /** It may, on these channels. */
  record Eligible(Set<String> channels) implements Verdict {
    public Eligible {
      channels = Set.copyOf(channels);
    }
  }

  /**
   * It may not.
   *
   * @param reasonCode that of the filter that turned it away, such as {@code OUT_OF_STOCK}
   */
  record Ineligible(String reasonCode) implements Verdict {}
}
