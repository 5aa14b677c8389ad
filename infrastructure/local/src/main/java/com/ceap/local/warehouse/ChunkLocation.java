package com.ceap.local.warehouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chunk's rows lie, written as {@code answer_3/12-19}.
 *
 * @param first the first bucket
 * @param last the last bucket, included
 */
record ChunkLocation(String table, int first, int last) {
  private static final Pattern FORM = Pattern.compile("(answer_\\d+)/(\\d+)-(\\d+)");

  static ChunkLocation parse(String location) {
    Matcher form = FORM.matcher(location);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + location + "' is no location of this warehouse; it should be like answer_1/0-99");
    }
    return new ChunkLocation(
        form.group(1), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
  }

  @Override
  public String toString() {
    return table + "/" + first + "-" + last;
  }
}
