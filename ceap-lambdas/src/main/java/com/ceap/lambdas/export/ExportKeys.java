package com.ceap.lambdas.export;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where exports lie: {@code exports/{table}/program={id}/dt={day}/}. */
public final class ExportKeys {
  public static final String ROOT = "exports/";

  /** Begins with an underscore, so that Athena passes it over. */
  static final String MANIFEST = "_manifest.json";

  private static final Pattern FOLDER =
      Pattern.compile(ROOT + "[a-z]+/program=(.+)/dt=([0-9]{4}-[0-9]{2}-[0-9]{2})/[^/]+");
  private static final String PARQUET = ".parquet";

  private ExportKeys() {}

  public static String table(ExportTable table) {
    return ROOT + table.id() + "/";
  }

  static String folder(ExportTable table, String programId, LocalDate day) {
    return table(table) + "program=" + programId + "/dt=" + day + "/";
  }

  static String manifest(ExportTable table, String programId, LocalDate day) {
    return folder(table, programId, day) + MANIFEST;
  }

  /** The program and the day that a key of their folder is of. */
  static Map.Entry<String, LocalDate> parse(String key) {
    Matcher folder = FOLDER.matcher(key);
    if (!folder.matches()) {
      throw new IllegalArgumentException("no day's export has the key " + key);
    }
    return Map.entry(folder.group(1), LocalDate.parse(folder.group(2)));
  }

  /** What lies beside a file and says whose rows it may have; Athena passes it over, too. */
  static String customers(String part) {
    return "_" + part.substring(0, part.length() - PARQUET.length()) + ".customers";
  }

  static boolean isPart(String name) {
    return name.startsWith("part-") && name.endsWith(PARQUET);
  }

  /** The same name whenever a day is exported again, so that the new file takes its place. */
  static String part(int number) {
    return ("part-%05d" + PARQUET).formatted(number);
  }
}
