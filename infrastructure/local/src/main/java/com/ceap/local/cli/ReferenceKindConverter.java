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
                    "there is no table '" + text + "' to import; known are " + known()));
  }

  private static String known() {
    return Arrays.stream(ReferenceKind.values())
        .map(ReferenceKind::table)
        .collect(Collectors.joining(", "));
  }
}
