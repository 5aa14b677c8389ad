package com.ceap.storage;

/** What an erasure deletes, by kind. */
public enum Erased {
  LEDGER("0LEDGER"),
  CANDIDATES("1CANDIDATE"),
  OUTCOMES("2OUTCOME"),
  INDEX_ITEMS("3INDEX"),
  MESSAGES("4MESSAGE"),
  ORDERS("5ORDER"),
  SHADOW_LEDGER("6SHADOW"),
  EVENTS("7EVENT"),
  SCORES(""),
  PROFILE(""),
  DEVICES(""),
  FEATURES(""),
  /** Items that other releases have left. */
  OTHER("");

  private final String prefix;

  Erased(String prefix) {
    this.prefix = prefix;
  }

  /** The kind of an item of the candidates table. */
  static Erased ofSortKey(String sortKey) {
    for (Erased kind : values()) {
      if (!kind.prefix.isEmpty() && sortKey.startsWith(kind.prefix)) {
        return kind;
      }
    }
    return OTHER;
  }
}
