package com.ceap.filters.builtin;

import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.program.Program;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A number of the candidate's row that must not lie below a minimum, or above a maximum.
 *
 * @param reason the reason code of what lies there
 * @param missing the verdict on a row without the number
 */
record AttributeLimit(
    String parameter, String attribute, Side side, String doc, String reason, Verdict missing)
    implements BusinessRule<Double> {
  AttributeLimit(String parameter, String attribute, Side side, String doc) {
    this(parameter, attribute, side, doc, reason(parameter, side), missing(attribute));
  }

  /** Which side of the limit is turned away; a value on the limit passes. */
  enum Side {
    BELOW,
    ABOVE;

    boolean turnsAway(double value, double limit) {
      return switch (this) {
        case BELOW -> value < limit;
        case ABOVE -> value > limit;
      };
    }
  }

  @Override
  public Class<Double> valueType() {
    return Double.class;
  }

  @Override
  public void validate(Double limit) {
    if (!(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          parameter + " must be a number of at least 0, was " + limit);
    }
  }

  @Override
  public Check check(Double value, Chunk chunk, Program program) {
    double limit = value;
    return candidate -> verdict(candidate, limit);
  }

  private Verdict verdict(Candidate candidate, double limit) {
    OptionalDouble value = candidate.attributes().number(attribute);
    if (value.isEmpty()) {
      return missing;
    }
    return side.turnsAway(value.getAsDouble(), limit)
        ? Verdict.reject(reason, sentence(value.getAsDouble(), limit))
        : Verdict.pass();
  }

  private String sentence(double value, double limit) {
    String verb = side == Side.BELOW ? " is below " : " is above ";
    return attribute + " " + plain(value) + verb + plain(limit);
  }

  private static Verdict missing(String attribute) {
    return Verdict.reject(
        "MISSING_" + attribute.toUpperCase(Locale.ROOT),
        "the candidate has no attribute " + attribute);
  }

  /** {@code minViewCount} gives {@code BELOW_MIN_VIEW_COUNT}. */
  private static String reason(String parameter, Side side) {
    String words = parameter.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return side + "_" + words;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
