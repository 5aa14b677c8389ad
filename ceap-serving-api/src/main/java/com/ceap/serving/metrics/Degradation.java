package com.ceap.serving.metrics;

/** What an answer does without. */
public enum Degradation {
  /** Products could not be read: stock and state were not checked anew, or titles are missing. */
  CATALOGUE_UNAVAILABLE,
  /** Profiles could not be read: the account's state was not checked anew. */
  CUSTOMERS_UNAVAILABLE,
  /** What the customer did elsewhere could not be read. */
  HISTORY_UNAVAILABLE,
  /** A program's filters failed on their own. */
  CHECK_FAILED
}
