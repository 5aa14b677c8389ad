package com.ceap.local.reference;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists bad rows as JSON lines, in a file that comes into being with the first of them. */
final class RejectsFile implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int SHOWN = 10;

  private final Path source;
  private final Path file;
  private final List<String> first = new ArrayList<>();
  private Optional<JsonGenerator> open = Optional.empty();
  private long count;

  RejectsFile(Path source, Path file) {
    this.source = source;
    this.file = file;
  }

  void add(long line, String sentence) throws IOException {
    String position = source.getFileName() + ":" + line;
    if (count++ < SHOWN) {
      first.add(position + ": " + sentence);
    }
    if (open.isEmpty()) {
      open = Optional.of(open());
    }
    JsonGenerator json = open.get();
    json.writeStartObject();
    json.writeStringField("position", position);
    json.writeStringField("reason", "BAD_ROW");
    json.writeStringField("sentence", sentence);
    json.writeEndObject();
  }

  private JsonGenerator open() throws IOException {
    Files.createDirectories(file.getParent());
    JsonGenerator json = JSON.createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return json;
  }

  long count() {
    return count;
  }

  /** The first few, as a person reads them. */
  List<String> first() {
    return first;
  }

  Optional<Path> path() {
    return open.map(_ -> file);
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().writeRaw('\n');
      open.get().close();
    }
  }
}
