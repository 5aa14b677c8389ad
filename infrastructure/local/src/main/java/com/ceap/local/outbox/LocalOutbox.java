package com.ceap.local.outbox;

import com.ceap.channels.local.Outbox;
import com.ceap.channels.local.OutboxEntry;
import com.ceap.local.platform.DataFolder;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outbox of a data folder, for people who look into it. Thread-safe. */
public final class LocalOutbox {
  /** Who e-mails of this machine are from. */
  private static final String SENDER = "Example Shop <shop@example.com>";

  private static final int SHORT_ID = 10;
  private static final int MOST_NAMED = 5;

  private final Path folder;

  private LocalOutbox(Path folder) {
    this.folder = folder;
  }

  public static LocalOutbox of(DataFolder data) {
    return new LocalOutbox(data.outbox());
  }

  /** The outbox itself, which messages are written to; its folder is made where there is none. */
  public Outbox open() {
    return Outbox.open(folder, SENDER);
  }

  public Path folder() {
    return folder;
  }

  /** Enough of an id for people, as git shortens its own. */
  public static String shortId(String messageId) {
    return messageId.length() <= SHORT_ID ? messageId : messageId.substring(0, SHORT_ID);
  }

  /** The messages that a person asks for, the newest first. */
  public List<OutboxEntry> list(OutboxQuery query) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return open().list(query.customer()).stream()
        .filter(query::matches)
        .sorted(Comparator.comparing(OutboxEntry::at).reversed())
        .toList();
  }

  /**
   * The one message whose id begins so.
   *
   * @throws CeapException ARGUMENT_INVALID where there is none, or are several
   */
  public OutboxEntry find(String idOrPrefix) {
    List<OutboxEntry> found = Files.isDirectory(folder) ? open().find(idOrPrefix) : List.of();
    Optional<OutboxEntry> exact =
        found.stream().filter(entry -> entry.messageId().equals(idOrPrefix)).findFirst();
    if (exact.isPresent() || found.size() == 1) {
      return exact.orElseGet(found::getFirst);
    }
    throw found.isEmpty() ? unknown(idOrPrefix) : ambiguous(idOrPrefix, found);
  }

  private CeapException unknown(String id) {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "there is no message '%s' in %s; `./ceap outbox list` shows them, and two characters of an"
                .formatted(id, folder)
            + " id at least must be given");
  }

  private static CeapException ambiguous(String id, List<OutboxEntry> found) {
    String several =
        found.stream()
            .limit(MOST_NAMED)
            .map(entry -> shortId(entry.messageId()))
            .collect(Collectors.joining(", "));
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "'%s' may be any of %d messages: %s%s; give more of the id"
            .formatted(id, found.size(), several, found.size() > MOST_NAMED ? ", ..." : ""));
  }
}
