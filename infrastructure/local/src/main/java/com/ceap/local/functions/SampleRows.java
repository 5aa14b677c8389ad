package com.ceap.local.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The answer of a warehouse, as Athena lays it out.
 *
 * @param columns their types in Athena's words, by name
 * @param chunks gzipped JSON lines by the number of the chunk
 */
record SampleRows(Map<String, String> columns, Map<Integer, byte[]> chunks) {
  static final SampleRows NONE = new SampleRows(Map.of(), Map.of());

  /** How many products there are to be looked at. */
  static final int PRODUCTS = 400;

  /** The one that says of nobody that they have looked at something. */
  private static final int UNREADABLE = 1;

  /** Rows for each customer. */
  private static final int EACH = 2;

  SampleRows {
    columns = new LinkedHashMap<>(columns);
    chunks = new TreeMap<>(chunks);
  }

  /**
   * What customers have looked at, two products each.
   *
   * @param rows in each chunk
   * @param at when they did
   */
  static SampleRows interactions(int chunks, int rows, Instant at) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("customer_id", "varchar");
    columns.put("product_id", "varchar");
    columns.put("view_count", "bigint");
    columns.put("time_spent", "bigint");
    columns.put("add_to_cart", "boolean");
    columns.put("category", "varchar");
    columns.put("price", "double");
    columns.put("timestamp", "timestamp");
    Map<Integer, byte[]> all = new TreeMap<>();
    for (int chunk = 0; chunk < chunks; chunk++) {
      all.put(chunk, chunk(chunk * rows / EACH, rows, at));
    }
    return new SampleRows(columns, all);
  }

  /** The number of customers in some rows. */
  static int customers(int rows) {
    return Math.ceilDiv(rows, EACH);
  }

  private static byte[] chunk(int firstCustomer, int rows, Instant at) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String moment = at.toString().replace('T', ' ').replace("Z", "");
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < rows; i++) {
        out.write(row(firstCustomer + i / EACH, i, moment).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static String row(int customer, int number, String moment) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    if (number != UNREADABLE) {
      row.put("customer_id", SampleShelves.customerId(customer));
    }
    row.put("product_id", SampleShelves.productId(number % PRODUCTS));
    row.put("view_count", 1 + number % 9).put("time_spent", 300 + number % 600);
    row.put("add_to_cart", number % 3 == 0).put("category", "category-" + number % 12);
    row.put("price", 10 + number % 200).put("timestamp", moment);
    return row + "\n";
  }
}
