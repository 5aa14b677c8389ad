package com.ceap.channels.local;

import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of messages, a folder to each: {@code {first two characters of the id}/{id}/}. A message
 * appears whole or not at all, once, whoever writes it; what was written survives the death of the
 * process at any moment. Thread-safe, for several processes too.
 */
public final class Outbox {
  // Begins with a dot, so that no id has the name.
  private static final String UNFINISHED = ".unfinished";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{2,128}");
  private static final Comparator<OutboxEntry> BY_TIME =
      Comparator.comparing(OutboxEntry::at).thenComparing(OutboxEntry::messageId);

  private final Path folder;
  private final InternetAddress from;

  private Outbox(Path folder, InternetAddress from) {
    this.folder = folder;
    this.from = from;
  }

  /**
   * The outbox in a folder, which is made where there is none.
   *
   * @param from who e-mails are from, such as {@code Example Shop <shop@example.com>}
   * @throws CeapException CHANNEL_UNAVAILABLE where the folder cannot be written
   * @throws IllegalArgumentException where the sender is no address
   */
  public static Outbox open(Path folder, String from) {
    InternetAddress sender = MailFile.sender(from);
    try {
      Files.createDirectories(folder.resolve(UNFINISHED));
      return new Outbox(folder, sender);
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.CHANNEL_UNAVAILABLE,
          "the outbox %s cannot be written: %s; name another folder".formatted(folder, e),
          e);
    }
  }

  /**
   * Writes a message.
   *
   * @return false where a message of this id lies there already, which is left as it is
   * @throws IOException where it could not be written
   * @throws IllegalArgumentException where its id can be no file name
   */
  public boolean write(String channelType, OutgoingMessage message, Instant at) throws IOException {
    Path place = place(message.messageId());
    if (Files.exists(place)) {
      return false;
    }
    OutboxFiles files = OutboxFiles.of(message, from, at);
    Path unfinished =
        Files.createTempDirectory(folder.resolve(UNFINISHED), message.messageId() + ".");
    for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
      Files.write(unfinished.resolve(file.getKey()), file.getValue());
    }
    OutboxEntry entry =
        new OutboxEntry(
            message.messageId(),
            message.customerId(),
            message.programId(),
            channelType,
            at,
            files.summary(),
            files.contents().keySet().stream().map(place::resolve).toList());
    Files.write(unfinished.resolve(OutboxEntryJson.FILE), OutboxEntryJson.write(entry));
    return finish(unfinished, place);
  }

  /** A folder is renamed at once, and never onto one that holds something. */
  private static boolean finish(Path unfinished, Path place) throws IOException {
    Files.createDirectories(place.getParent());
    try {
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      if (!Files.exists(place)) {
        throw e;
      }
      delete(unfinished);
      return false;
    }
  }

  private Path place(String messageId) {
    if (!ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException(
          "a message's id has 2 to 128 letters, digits, hyphens and underscores, was '"
              + messageId
              + "'");
    }
    return folder.resolve(messageId.substring(0, 2)).resolve(messageId);
  }

  /** Every message by time; of one customer, where one is given. */
  public List<OutboxEntry> list(Optional<String> customerId) {
    return folders("").stream()
        .map(Outbox::entry)
        .filter(entry -> customerId.isEmpty() || customerId.get().equals(entry.customerId()))
        .sorted(BY_TIME)
        .toList();
  }

  /** The messages whose id begins so, by time; the first two characters at least must be given. */
  public List<OutboxEntry> find(String idPrefix) {
    return ID.matcher(idPrefix).matches()
        ? folders(idPrefix).stream().map(Outbox::entry).sorted(BY_TIME).toList()
        : List.of();
  }

  private List<Path> folders(String idPrefix) {
    List<Path> found = new ArrayList<>();
    String shelf = idPrefix.substring(0, Math.min(2, idPrefix.length()));
    for (Path each : children(folder, shelf)) {
      if (!each.endsWith(UNFINISHED)) {
        found.addAll(children(each, idPrefix));
      }
    }
    return found;
  }

  private static List<Path> children(Path folder, String prefix) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> child.getFileName().toString().startsWith(prefix))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the outbox " + folder + " cannot be read", e);
    }
  }

  private static OutboxEntry entry(Path place) {
    try {
      return OutboxEntryJson.read(place);
    } catch (IOException e) {
      throw new UncheckedIOException("the outbox's " + place + " cannot be read", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
