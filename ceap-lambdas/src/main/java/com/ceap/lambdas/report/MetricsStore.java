package com.ceap.lambdas.report;

import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The figures of days as objects {@code metrics/{program}/{day}.json}. Thread-safe. */
public final class MetricsStore {
  private static final String PREFIX = "metrics/";
  private static final String SUFFIX = ".json";

  private final ObjectStore objects;

  public MetricsStore(ObjectStore objects) {
    this.objects = objects;
  }

  private static String prefix(String programId) {
    return PREFIX + programId + "/";
  }

  private static String key(String programId, LocalDate day) {
    return prefix(programId) + day + SUFFIX;
  }

  void write(DayMetrics day) {
    byte[] text = MetricsJson.text(day).getBytes(StandardCharsets.UTF_8);
    objects.put(key(day.programId(), day.day()), out -> out.write(text));
  }

  /** The days that there are figures for, the earliest first. */
  public List<LocalDate> days(String programId) {
    String prefix = prefix(programId);
    return objects.list(prefix).stream()
        .filter(key -> key.endsWith(SUFFIX))
        .map(key -> key.substring(prefix.length(), key.length() - SUFFIX.length()))
        .map(LocalDate::parse)
        .sorted()
        .toList();
  }

  /** A day's figures, where there are any. */
  public Optional<DayMetrics> find(String programId, LocalDate day) {
    return days(programId).contains(day) ? Optional.of(read(programId, day)) : Optional.empty();
  }

  DayMetrics read(String programId, LocalDate day) {
    String key = key(programId, day);
    try (InputStream in = objects.open(key)) {
      return MetricsJson.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
