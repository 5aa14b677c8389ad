package com.ceap.local.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a process has used so far.
 *
 * @param peakMb the largest resident memory, in MB of 2^20 bytes as Lambda counts
 * @param heapMb the most that lay in the heap when a collection of garbage began; 0 where none did
 * @param keptMb the most that stayed there after one; 0 where none did
 * @param cpuSeconds of all of its threads
 */
public record FunctionUse(double peakMb, double heapMb, double keptMb, double cpuSeconds) {
  /** Ticks of a second in /proc, the same on every Linux that is in use. */
  private static final double TICKS = 100;

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern COLLECTED = Pattern.compile(" (\\d+)M->\\d+M\\(");
  private static final Pattern KEPT = Pattern.compile("M->(\\d+)M\\(");

  static FunctionUse of(long pid, Path collections) {
    Path proc = Path.of("/proc", Long.toString(pid));
    String[] stat = text(proc.resolve("stat")).replaceAll(".*\\) ", "").split(" ", -1);
    double ticks = Double.parseDouble(stat[11]) + Double.parseDouble(stat[12]);
    return new FunctionUse(
        largest(PEAK, text(proc.resolve("status"))) / 1024,
        largest(COLLECTED, text(collections)),
        largest(KEPT, text(collections)),
        ticks / TICKS);
  }

  private static double largest(Pattern number, String text) {
    return number
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .mapToDouble(Double::parseDouble)
        .max()
        .orElse(0);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
