package com.ceap.storage;

import java.util.Locale;

/** What an erasure deletes, by kind. */
public enum Erased {
  LEDGER(CandidateKeys.LEDGER),
  CANDIDATES(CandidateKeys.CANDIDATE),
  OUTCOMES(CandidateKeys.OUTCOME),
  INDEX_ITEMS(CandidateKeys.INDEX),
  MESSAGES(CandidateKeys.MESSAGE),
  ORDERS(CandidateKeys.ORDER),
  SHADOW_LEDGER(CandidateKeys.SHADOW_LEDGER),
  EVENTS(CandidateKeys.EVENT),
  REJECTED_EVENTS(CandidateKeys.REJECTED),
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

  /** Such as {@code index items}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
