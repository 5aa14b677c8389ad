package com.ceap.model;

/**
 * A record that cannot be read as a candidate: kept for the rejects file, never dropped in silence.
 *
 * @param reasonCode such as {@code MISSING_CUSTOMER}
 * @param sentence what is wrong and what would be right; goes to the rejects file only
 * @param position where the record came from, in the source's own terms, such as {@code row 17 of
 *     athena-product-interactions, chunk 3} or {@code orders.csv:42}
 */
public record RejectedRecord(String reasonCode, String sentence, String position) {
  public RejectedRecord {
    Require.text(reasonCode, "reason code");
  }
}
