package com.ceap.model;

/**
 * Why a filter turned a candidate away.
 *
 * @param filterId the filter of the program's chain
 * @param reasonCode upper-case, from a small fixed set per filter, such as {@code
 *     BELOW_MIN_VIEW_COUNT}
 * @param sentence for people, with the values that decided
 */
public record Rejection(String filterId, String reasonCode, String sentence) {
  public Rejection {
    Require.text(filterId, "filter id");
    Require.text(reasonCode, "reason code");
  }
}
