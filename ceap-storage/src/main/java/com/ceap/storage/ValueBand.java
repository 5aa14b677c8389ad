package com.ceap.storage;

import com.ceap.model.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The band that a cart's value lies in, in its own currency: what carts are indexed by in place of
 * a category. A band takes its lower end and not its upper one.
 */
public final class ValueBand {
  private static final int[] ENDS = {50, 100, 250, 500, 1000};

  private ValueBand() {}

  /** Such as {@code 100-250}, or {@code 1000-} for the highest. */
  public static String of(double value) {
    int low = 0;
    for (int end : ENDS) {
      if (value < end) {
        return low + "-" + end;
      }
      low = end;
    }
    return low + "-";
  }

  /** Every band, from the lowest. */
  public static List<String> all() {
    List<String> bands = new ArrayList<>(List.of(of(0)));
    for (int end : ENDS) {
      bands.add(of(end));
    }
    return List.copyOf(bands);
  }

  /** The band of a candidate that is about a cart whose value is known. */
  static Optional<String> of(Candidate candidate) {
    if (!candidate.subject().type().equals("cart")) {
      return Optional.empty();
    }
    return switch (candidate.attributes().find("cart_value").orElse("")) {
      case Long value -> Optional.of(of(value));
      case Double value -> Optional.of(of(value));
      case Object _ -> Optional.empty();
    };
  }
}
