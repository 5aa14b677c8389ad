package com.ceap.lambdas.retrain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Encoded rows with their labels. Rows are not to be changed. */
public record LabelledMatrix(List<String> columns, List<LabelledRow> rows) {

  public LabelledMatrix {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public LabelledMatrix slice(int from, int to) {
    return new LabelledMatrix(columns, rows.subList(from, to));
  }

  /** The same rows with some of the columns. */
  public LabelledMatrix only(List<String> names) {
    List<LabelledRow> narrow = new ArrayList<>(rows.size());
    for (LabelledRow row : rows) {
      double[] values = names.stream().mapToDouble(n -> row.value(columns.indexOf(n))).toArray();
      narrow.add(new LabelledRow(values, row.label()));
    }
    return new LabelledMatrix(names, narrow);
  }

  public double[] column(int index) {
    return rows.stream().mapToDouble(row -> row.value(index)).toArray();
  }

  public boolean[] labels() {
    boolean[] labels = new boolean[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.get(i).label();
    }
    return labels;
  }

  public double baseRate() {
    return rows.stream().filter(LabelledRow::label).count() / (double) rows.size();
  }

  /** SHA-256 over columns, values and labels, in hexadecimal. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(columns.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      for (LabelledRow row : rows) {
        digest.update(row.bytes(ByteBuffer.allocate(8 * columns.size() + 1)).array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
