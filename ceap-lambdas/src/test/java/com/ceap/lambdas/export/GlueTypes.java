package com.ceap.lambdas.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** What Glue would call the types of a Parquet file. */
final class GlueTypes {
  private GlueTypes() {}

  /** Each column's name and type. */
  static List<String> of(MessageType schema) {
    return schema.getFields().stream().map(f -> f.getName() + " " + type(f)).toList();
  }

  private static String type(Type field) {
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    String name = logical == null ? "" : logical.toString();
    if (name.equals("LIST")) {
      return "array<%s>".formatted(type(inner(field).getType(0)));
    }
    if (name.equals("MAP")) {
      GroupType entry = inner(field);
      return "map<%s,%s>".formatted(type(entry.getType(0)), type(entry.getType(1)));
    }
    if (!field.isPrimitive()) {
      return field.asGroupType().getFields().stream()
          .map(f -> f.getName() + ":" + type(f))
          .collect(Collectors.joining(",", "struct<", ">"));
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return "decimal(%d,%d)".formatted(decimal.getPrecision(), decimal.getScale());
    }
    return switch (name) {
      case "STRING" -> "string";
      case "DATE" -> "date";
      case "TIMESTAMP(MICROS,false)" -> "timestamp";
      case "", "INTEGER(32,true)" -> plain(field);
      default -> name;
    };
  }

  private static String plain(Type field) {
    String type = field.asPrimitiveType().getPrimitiveTypeName().name().toLowerCase(Locale.ROOT);
    return type.equals("int32") ? "int" : type;
  }

  private static GroupType inner(Type field) {
    return field.asGroupType().getType(0).asGroupType();
  }
}
