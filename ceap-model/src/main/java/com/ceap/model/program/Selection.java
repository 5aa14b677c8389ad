package com.ceap.model.program;

/**
 * Keeps the best of all scored candidates, between Score and Store.
 *
 * @param top how many to keep in each group, at least 1
 */
public record Selection(
    @Key("How many candidates to keep in each group, at least 1.") int top,
    @Key(
            value = "What makes a group: none (all together), subject, customer or category.",
            defaultYaml = "none")
        GroupBy groupBy) {
  /** What makes a group. */
  public enum GroupBy {
    NONE,
    SUBJECT,
    CUSTOMER,
    CATEGORY
  }

  public Selection {
    if (top < 1) {
      throw new IllegalArgumentException("top must be at least 1, was " + top);
    }
  }
}
