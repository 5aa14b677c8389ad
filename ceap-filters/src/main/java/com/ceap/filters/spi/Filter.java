package com.ceap.filters.spi;

import com.ceap.model.Candidate;
import com.ceap.model.SendCap;
import java.util.List;

/** Decides who may pass. The same object serves batch and reactive; thread-safe. */
public interface Filter {
  /** The id of this filter in the program's chain. */
  String filterId();

  /**
   * Splits the candidates into those that pass and those that are rejected; none is lost, and both
   * keep the order given.
   *
   * @throws com.ceap.model.error.CeapException where a look-up fails; an error is never a verdict
   */
  FilterResult apply(List<Candidate> candidates, FilterContext context);

  /**
   * Whether it may wait for something other than the context's look-ups, such as a service of its
   * own. In the reactive path such filters wait at the same time, each on a virtual thread.
   */
  default boolean waits() {
    return true;
  }

  /** The caps that delivery must hold too, since time passes between decision and message. */
  default List<SendCap> caps() {
    return List.of();
  }
}
