package com.ceap.local.engine;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to take from a data folder's queues, which one process at a time has. The operating
 * system takes it back when that process ends, however it does.
 */
public final class EngineLock implements AutoCloseable {
  private final FileChannel channel;

  private EngineLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, where it is free.
   *
   * @param holder what is said of us to those who find it taken, such as {@code ceap up}
   */
  public static Optional<EngineLock> tryTake(Path file, String holder) {
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel).isEmpty()) {
        channel.close();
        return Optional.empty();
      }
      write(channel, holder);
      return Optional.of(new EngineLock(channel));
    } catch (IOException e) {
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "cannot lock " + file, e);
    }
  }

  private static Optional<FileLock> locked(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      // Another thread of this process has it, which is as good as another process.
      return Optional.empty();
    }
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    String text = holder + ", process " + ProcessHandle.current().pid();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /**
   * Takes the lock.
   *
   * @throws CeapException PLATFORM_RUNNING where another process has it
   */
  public static EngineLock take(Path file, String holder) {
    return tryTake(file, holder)
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PLATFORM_RUNNING,
                    "the platform in %s is being run by %s; end that, or use another --data folder"
                        .formatted(file.getParent(), holder(file))));
  }

  /** Who has the lock, or had it last. */
  public static String holder(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give the engine's lock back", e);
    }
  }
}
