package com.ceap.storage.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as DynamoDB has it: up to 38 significant digits, magnitude 0 or 1e-130 to below 1e126
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html).
 * Every number has exactly one form, the smallest that holds it faithfully, so that equality is
 * numeric.
 */
public sealed interface Num extends Value, Comparable<Num> {

  /** A whole number in the range of a long. */
  record Whole(long value) implements Num {
    @Override
    public long toLong() {
      return value;
    }

    @Override
    public BigDecimal toBigDecimal() {
      return BigDecimal.valueOf(value);
    }

    @Override
    public double toDouble() {
      return value;
    }
  }

  /** A number whose shortest decimal form is that of a double. */
  record Real(double value) implements Num {
    @Override
    public BigDecimal toBigDecimal() {
      return BigDecimal.valueOf(value);
    }

    @Override
    public double toDouble() {
      return value;
    }
  }

  /** Any other number, without trailing zeros. */
  record Exact(BigDecimal value) implements Num {
    @Override
    public BigDecimal toBigDecimal() {
      return value;
    }

    @Override
    public double toDouble() {
      return value.doubleValue();
    }
  }

  BigDecimal toBigDecimal();

  /** The nearest double. */
  double toDouble();

  /**
   * The number as a long.
   *
   * @throws ArithmeticException where it is no whole number in that range
   */
  default long toLong() {
    return toBigDecimal().longValueExact();
  }

  static Num of(long value) {
    return new Whole(value);
  }

  /**
   * The decimal number that {@link Double#toString} writes.
   *
   * @throws IllegalArgumentException for what DynamoDB cannot hold: infinite, not a number, or
   *     beyond its range
   */
  static Num of(double value) {
    double magnitude = Math.abs(value);
    if (!(magnitude < 1e126) || (magnitude != 0 && magnitude < 1e-130)) {
      throw new IllegalArgumentException("a number must be 0 or 1e-130 to 1e126, was " + value);
    }
    if (magnitude >= 0x1p53) {
      // From here on the shortest decimal form and the exact value of a double part.
      return of(BigDecimal.valueOf(value));
    }
    return value == Math.rint(value) ? new Whole((long) value) : new Real(value);
  }

  /**
   * The same number without trailing zeros.
   *
   * @throws IllegalArgumentException where it has more than 38 digits or is beyond DynamoDB's range
   */
  static Num of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.precision() > 38) {
      throw new IllegalArgumentException(
          "a number has at most 38 significant digits, this has " + plain.precision());
    }
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 19) {
      BigInteger whole = plain.toBigInteger();
      if (whole.bitLength() < 64) {
        return new Whole(whole.longValue());
      }
    }
    double nearest = plain.doubleValue();
    if (Math.abs(nearest) < 0x1p53 && isReal(plain, nearest)) {
      return new Real(nearest);
    }
    int exponent = plain.precision() - plain.scale() - 1;
    if (exponent > 125 || exponent < -130) {
      throw new IllegalArgumentException(
          "a number must be 0 or 1e-130 to 1e126, was "
              + plain.round(new MathContext(5, RoundingMode.HALF_UP)));
    }
    return new Exact(plain);
  }

  private static boolean isReal(BigDecimal plain, double nearest) {
    return Math.abs(nearest) >= 1e-130 && BigDecimal.valueOf(nearest).compareTo(plain) == 0;
  }

  @Override
  default int compareTo(Num other) {
    if (this instanceof Whole(long a) && other instanceof Whole(long b)) {
      return Long.compare(a, b);
    }
    if (this instanceof Real(double a) && other instanceof Real(double b)) {
      return Double.compare(a, b);
    }
    return toBigDecimal().compareTo(other.toBigDecimal());
  }
}
