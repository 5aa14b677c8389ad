package com.ceap.local.clock;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A clock's state as a small file that several processes read and change: replaced as a whole, and
 * changed by one at a time, under a lock beside it. Without a file the clock is the system's.
 */
final class ClockFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int TRIES = 2_000;

  private final Path file;
  private final Pause pause;

  ClockFile(Path file, Pause pause) {
    this.file = file;
    this.pause = pause;
  }

  /**
   * The state as it is now.
   *
   * @throws CeapException STORE_INCOMPATIBLE where the file holds something else
   */
  ClockState read() {
    try {
      return state(JSON.readTree(Files.readAllBytes(file)));
    } catch (NoSuchFileException _) {
      return new ClockState.OfSystem();
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      throw new CeapException(
          ErrorCode.STORE_INCOMPATIBLE,
          ("the clock's file %s should hold {\"mode\": \"system\"} or {\"mode\": \"manual\","
                  + " \"now\": …, \"target\": …} with times such as 2026-03-01T10:00:00Z;"
                  + " delete it to go by the system's clock")
              .formatted(file),
          e);
    }
  }

  private static ClockState state(JsonNode json) {
    return switch (json.path("mode").asText()) {
      case "system" -> new ClockState.OfSystem();
      case "manual" ->
          new ClockState.Manual(
              Instant.parse(json.path("now").asText()),
              Instant.parse(json.path("target").asText()));
      default -> throw new IllegalArgumentException("no known mode");
    };
  }

  /** Changes the state and answers what it has become; nobody else changes it meanwhile. */
  ClockState update(UnaryOperator<ClockState> change) {
    try {
      Files.createDirectories(file.getParent());
      Path lock = file.resolveSibling(file.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = lock(channel)) {
        ClockState before = read();
        ClockState after = change.apply(before);
        if (!after.equals(before)) {
          write(after);
        }
        return after;
      }
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.STORE_UNAVAILABLE, "cannot write the clock's file " + file, e);
    }
  }

  /** Waits for other processes by itself, and for another thread of this one by trying again. */
  private FileLock lock(FileChannel channel) throws IOException {
    for (int left = TRIES; left > 0; left--) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException _) {
        pause.await(PAUSE);
      }
    }
    throw new IOException("another thread has held the lock for 10 s");
  }

  private void write(ClockState state) throws IOException {
    ObjectNode json = JSON.createObjectNode().put("mode", state.mode());
    if (state instanceof ClockState.Manual(Instant now, Instant target)) {
      json.put("now", now.toString()).put("target", target.toString());
    }
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.write(partial, JSON.writeValueAsBytes(json));
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
