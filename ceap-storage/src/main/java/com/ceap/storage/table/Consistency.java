package com.ceap.storage.table;

/** What a read must show. */
public enum Consistency {
  /** May be behind the newest writes, usually by less than a second; half the price. */
  EVENTUAL,
  /** Every write that was acknowledged before. */
  STRONG
}
