package com.ceap.local.sample;

/** Hears how far the generation is. */
@FunctionalInterface
public interface SampleProgress {
  SampleProgress NONE = (table, done, total) -> {};

  /**
   * Called every few thousand steps and at the end of each table.
   *
   * @param done steps done of {@code total}; a step is an interaction, a customer or a product
   */
  void progress(String table, long done, long total);
}
