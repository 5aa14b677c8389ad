package com.ceap.lambdas.batch;

/** How a run ended. */
public enum RunState {
  COMPLETE,
  /** Too many unreadable records or failed chunks; nothing was stored by it, or not everything. */
  FAILED,
  /** Everything but the storing was done. */
  DRY_RUN,
  /** The program is switched off; it was validated and nothing was done. */
  DISABLED
}
