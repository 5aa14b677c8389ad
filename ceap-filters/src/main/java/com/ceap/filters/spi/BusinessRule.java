package com.ceap.filters.spi;

import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import java.util.List;

/**
 * A rule that the filter {@code business-rule} knows by the name of its parameter. Stateless and
 * thread-safe.
 *
 * @param <V> Integer, Double or Boolean
 */
public interface BusinessRule<V> {
  /** The parameter that asks for the rule, such as {@code minViewCount}. */
  String parameter();

  Class<V> valueType();

  /** One sentence with unit and range, for the JSON Schema and the reference. */
  String doc();

  /**
   * Checks the value that a program gives.
   *
   * @throws IllegalArgumentException with what is wrong and what would be right
   */
  void validate(V value);

  /** Makes the check for one chunk; look-ups happen here, once for all its candidates. */
  Check check(V value, Chunk chunk, Program program);

  /** The caps that delivery must hold too. */
  default List<SendCap> caps(V value, Program program) {
    return List.of();
  }
}
