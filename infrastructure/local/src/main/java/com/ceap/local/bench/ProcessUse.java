package com.ceap.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What this process has used of the machine so far. */
public final class ProcessUse {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final String OWN = "RssAnon:";

  private ProcessUse() {}

  /** The processor time of all threads, those of the JVM included. */
  public static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /** The largest resident memory in MB (10^6 bytes), on systems that tell it. */
  public static OptionalDouble peakMegabytes() {
    return megabytes(PEAK);
  }

  /** The resident memory that is no file's, in MB (10^6 bytes), on systems that tell it. */
  public static OptionalDouble ownMegabytes() {
    return megabytes(OWN);
  }

  private static OptionalDouble megabytes(String of) {
    if (!Files.isReadable(STATUS)) {
      return OptionalDouble.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(of))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STATUS, e);
    }
  }
}
