package com.ceap.local.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads days and numbers, and says what one is in the words of people. */
final class ArgumentTypes {
  private ArgumentTypes() {}

  /** For a command and all of its subcommands. */
  static void register(CommandLine line) {
    line.registerConverter(LocalDate.class, ArgumentTypes::day);
    line.registerConverter(Integer.class, whole(Integer::valueOf));
    line.registerConverter(int.class, whole(Integer::valueOf));
    line.registerConverter(Long.class, whole(Long::valueOf));
    line.registerConverter(long.class, whole(Long::valueOf));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "it should be a day such as 2026-01-31, was '" + text + "'");
    }
  }

  private static <N> ITypeConverter<N> whole(ITypeConverter<N> number) {
    return text -> {
      try {
        return number.convert(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "it should be a whole number such as 100, was '" + text + "'");
      }
    };
  }
}
