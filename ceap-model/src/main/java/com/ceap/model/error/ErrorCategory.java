package com.ceap.model.error;

/** What kind of error it is; this alone decides drop, retry, fall back, dead letter or alarm. */
public enum ErrorCategory {
  /** The input is wrong and stays wrong: reject the record, keep it with its reason. */
  INVALID_INPUT,
  /** The same call may succeed in a moment: retry with backoff. */
  TRANSIENT,
  /** Something we depend on is down: retry later, or fall back where a fallback is configured. */
  DEPENDENCY_DOWN,
  /** A program or an environment is set up wrongly: stop, tell its owner. */
  CONFIGURATION,
  /** A bug of ours: stop, alarm. */
  DEFECT
}
