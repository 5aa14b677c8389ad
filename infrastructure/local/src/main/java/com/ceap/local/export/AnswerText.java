package com.ceap.local.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Answers for people and for other programs. */
public final class AnswerText {
  private static final int WIDEST = 60;
  private static final int SAMPLED = 1000;

  private AnswerText() {}

  /** Columns under their names, as wide as they need; long values are cut. */
  public static String table(Answer answer) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < answer.columns().size(); i++) {
      int column = i;
      int widest =
          answer.rows().stream()
              .limit(SAMPLED)
              .mapToInt(row -> cell(row.get(column)).length())
              .max()
              .orElse(0);
      widths.add(Math.min(WIDEST, Math.max(widest, answer.columns().get(i).length())));
    }
    StringBuilder text = new StringBuilder(line(answer.columns(), widths));
    text.append(widths.stream().map("-"::repeat).collect(Collectors.joining("  "))).append('\n');
    answer.rows().forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cell(cells.get(i));
      int width = widths.get(i);
      String cut = cell.length() > width ? cell.substring(0, width - 1) + "…" : cell;
      line.append(cut).append(" ".repeat(width - cut.length() + 2));
    }
    return line.toString().stripTrailing() + "\n";
  }

  /** Control characters would move the cursor of a terminal. */
  private static String cell(String value) {
    return value == null ? "" : value.replaceAll("\\p{Cntrl}", " ");
  }

  /** RFC 4180 with a header; no value is an empty field, an empty text two quotes. */
  public static String csv(Answer answer) {
    StringBuilder text = new StringBuilder(csvLine(answer.columns()));
    answer.rows().forEach(row -> text.append(csvLine(row)));
    return text.toString();
  }

  private static String csvLine(List<String> fields) {
    return fields.stream().map(AnswerText::field).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String field(String value) {
    if (value == null) {
      return "";
    }
    boolean plain = !value.isEmpty() && !value.matches("(?s).*[\",\r\n].*");
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** One JSON array of objects. */
  public static String json(Answer answer) {
    return answer.json().isEmpty() ? "[]\n" : "[\n" + String.join(",\n", answer.json()) + "\n]\n";
  }
}
