package com.ceap.serving.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A parameter of a path or a query: its name and what it may hold. */
public sealed interface Parameter<T> {
  String name();

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException with what is wrong and what would be right
   */
  T read(String text);

  /**
   * Text of one character or more, none of them a control character.
   *
   * @param most how many code points at most
   */
  record Text(String name, int most) implements Parameter<String> {
    @Override
    public String read(String text) {
      return TextRule.check(name, text, most);
    }
  }

  /** A whole number; both ends are allowed. */
  record Whole(String name, int min, int max, int preset) implements Parameter<Integer> {
    @Override
    public Integer read(String text) {
      try {
        int number = Integer.parseInt(text);
        if (number >= min && number <= max) {
          return number;
        }
        throw wrong(text, null);
      } catch (NumberFormatException e) {
        throw wrong(text, e);
      }
    }

    private IllegalArgumentException wrong(String text, Exception cause) {
      return new IllegalArgumentException(
          "%s must be a whole number from %d to %d, was '%s'"
              .formatted(name, min, max, TextRule.shown(text)),
          cause);
    }
  }

  /** A number; both ends are allowed. */
  record Decimal(String name, double min, double max, double preset) implements Parameter<Double> {
    @Override
    public Double read(String text) {
      try {
        // Double.parseDouble takes more than JSON does: hexadecimal, "1d", blanks.
        double number = text.matches("-?[0-9.eE+-]+") ? Double.parseDouble(text) : Double.NaN;
        if (number >= min && number <= max) {
          return number;
        }
        throw wrong(text, null);
      } catch (NumberFormatException e) {
        throw wrong(text, e);
      }
    }

    private IllegalArgumentException wrong(String text, Exception cause) {
      return new IllegalArgumentException(
          "%s must be a number from %s to %s, was '%s'"
              .formatted(name, plain(min), plain(max), TextRule.shown(text)),
          cause);
    }

    private static String plain(double number) {
      return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
  }

  /** True or false; false unless given. */
  record Flag(String name) implements Parameter<Boolean> {
    @Override
    public Boolean read(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        case String other ->
            throw new IllegalArgumentException(
                "%s must be true or false, was '%s'".formatted(name, TextRule.shown(other)));
      };
    }
  }

  /** A day, such as 2026-03-01. */
  record Day(String name) implements Parameter<LocalDate> {
    @Override
    public LocalDate read(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "%s must be a day such as 2026-03-01, was '%s'".formatted(name, TextRule.shown(text)),
            e);
      }
    }
  }
}
