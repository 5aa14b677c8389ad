package com.ceap.local.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads a file of JSON lines, one JSON array, or one object. A line that is no JSON stops no other
 * line; in an array or object nothing can be read beyond it.
 */
final class EventFile {

  /** One value of a file, or what is wrong with it. */
  sealed interface Found {
    /** Where, such as {@code carts.jsonl:3}. */
    String place();

    record Value(String place, JsonNode json) implements Found {}

    record Broken(String place, String problem) implements Found {}
  }

  private static final int LOOK_AHEAD = 1 << 23;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final ObjectReader JSON =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String name;
  private final BufferedReader in;
  private final Consumer<Found> taker;

  EventFile(String name, BufferedReader in, Consumer<Found> taker) {
    this.name = name;
    this.in = in;
    this.taker = taker;
  }

  void read() throws IOException {
    if (isOfLines()) {
      readLines();
    } else {
      readDocument();
    }
  }

  /** Whether its first line, or should that be broken its second, is a JSON object by itself. */
  private boolean isOfLines() throws IOException {
    if (firstCharacter() != '{') {
      return false;
    }
    in.mark(LOOK_AHEAD);
    String first = in.readLine();
    String second = in.readLine();
    in.reset();
    return parsed(first) || (second != null && parsed(second));
  }

  /** Skips what is blank, a byte order mark included, and looks at what follows; -1 at the end. */
  private int firstCharacter() throws IOException {
    int next;
    do {
      in.mark(1);
      next = in.read();
    } while (next == BYTE_ORDER_MARK || (next >= 0 && Character.isWhitespace(next)));
    if (next >= 0) {
      in.reset();
    }
    return next;
  }

  private static boolean parsed(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return json.isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private void readLines() throws IOException {
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        taker.accept(line(name + ":" + number, line));
      }
    }
  }

  private static Found line(String place, String line) {
    try {
      return new Found.Value(place, JSON.readTree(line));
    } catch (JsonProcessingException e) {
      return broken(place, e);
    }
  }

  private void readDocument() throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          String place = name + ":" + parser.currentTokenLocation().getLineNr();
          taker.accept(new Found.Value(place, parser.readValueAsTree()));
        }
      }
    } catch (JsonProcessingException e) {
      taker.accept(broken(name + ":" + e.getLocation().getLineNr(), e));
    }
  }

  /** Without Jackson's message, which quotes the line and with it a customer's data. */
  private static Found broken(String place, JsonProcessingException e) {
    return new Found.Broken(
        place, "this is no JSON; look at column " + e.getLocation().getColumnNr());
  }
}
