package com.ceap.local.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One row by column name, read as the types that reference data has. */
final class Row {
  private final Header header;
  private final String[] cells;

  /** Takes ownership of the cells, null where one is blank, in the header's order. */
  Row(Header header, String[] cells) {
    this.header = header;
    this.cells = cells;
  }

  /** What a column may hold, for text that is not shown since it may be about a person. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text) throws BadRowException;
  }

  Optional<String> text(String column) {
    int position = header.position(column);
    return position < 0 ? Optional.empty() : Optional.ofNullable(cells[position]);
  }

  String required(String column) throws BadRowException {
    int position = header.position(column);
    String text = position < 0 ? null : cells[position];
    if (text == null) {
      throw new BadRowException("'" + column + "' is blank; it must have a value.");
    }
    return text;
  }

  boolean flag(String column) throws BadRowException {
    return flag(column, required(column));
  }

  boolean flag(String column, boolean absent) throws BadRowException {
    Optional<String> text = text(column);
    return text.isPresent() ? flag(column, text.get()) : absent;
  }

  Instant instant(String column) throws BadRowException {
    return Times.parse(column, required(column));
  }

  Instant instant(String column, Instant absent) throws BadRowException {
    Optional<String> text = text(column);
    return text.isPresent() ? Times.parse(column, text.get()) : absent;
  }

  Optional<BigDecimal> amount(String column) throws BadRowException {
    Optional<String> text = text(column);
    return text.isPresent() ? Optional.of(amount(column, text.get())) : Optional.empty();
  }

  <T> Optional<T> parsed(String column, Parser<T> parser) throws BadRowException {
    Optional<String> text = text(column);
    return text.isPresent() ? Optional.of(parser.parse(text.get())) : Optional.empty();
  }

  private static boolean flag(String column, String text) throws BadRowException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1" -> true;
      case "false", "f", "no", "n", "0" -> false;
      default ->
          throw new BadRowException(
              "'%s' is '%s'; it should be true or false.".formatted(column, text));
    };
  }

  private static BigDecimal amount(String column, String text) throws BadRowException {
    try {
      BigDecimal amount = new BigDecimal(text);
      if (amount.signum() >= 0 && Math.abs((long) amount.scale()) <= 18) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // told below, as any other value that is no amount
      throw notAnAmount(column, text);
    }
    throw notAnAmount(column, text);
  }

  private static BadRowException notAnAmount(String column, String text) {
    return new BadRowException(
        "'%s' is '%s'; it should be an amount such as 19.99.".formatted(column, text));
  }
}
