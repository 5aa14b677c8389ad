package com.ceap.local.cli;

import com.ceap.local.reference.ReferenceKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a reference table. */
final class ReferenceKindConverter implements ITypeConverter<ReferenceKind> {
  @Override
  public ReferenceKind convert(String text) {
    return ReferenceKind.ofTable(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no table '%s' to import; %sknown are %s"
                        .formatted(text, meant(text), known())));
  }

  private static String meant(String text) {
    return ReferenceKind.nearest(text)
        .map(kind -> "did you mean '" + kind.table() + "'? ")
        .orElse("");
  }

  private static String known() {
    return Arrays.stream(ReferenceKind.values())
        .map(ReferenceKind::table)
        .collect(Collectors.joining(", "));
  }
}
