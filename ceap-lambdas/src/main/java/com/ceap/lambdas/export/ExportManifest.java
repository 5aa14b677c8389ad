package com.ceap.lambdas.export;

import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What makes up one day of one program in one table. It is written last: readers open what it names
 * and nothing else, and a day without one has not been exported.
 *
 * @param day yyyy-MM-dd, UTC
 */
public record ExportManifest(String table, String program, String day, List<File> files) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A Parquet file.
   *
   * @param name in the manifest's folder
   * @param sha256 of its bytes, in hexadecimal
   */
  public record File(String name, long rows, long bytes, String sha256) {}

  public ExportManifest {
    files = List.copyOf(files);
  }

  @JsonIgnore
  public long rows() {
    return files.stream().mapToLong(File::rows).sum();
  }

  void write(ObjectStore objects, String key) {
    objects.put(
        key, out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this)));
  }

  static ExportManifest read(ObjectStore objects, String key) {
    try (InputStream in = objects.open(key)) {
      return JSON.readValue(in, ExportManifest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the manifest " + key, e);
    }
  }

  static Optional<ExportManifest> find(ObjectStore objects, String key) {
    return objects.list(key).contains(key) ? Optional.of(read(objects, key)) : Optional.empty();
  }
}
