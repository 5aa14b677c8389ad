package com.ceap.storage;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What operators hold back. A pause is obeyed by whoever reads it afterwards, so by every message
 * that is reserved later. Thread-safe.
 */
public final class ControlRepository {

  private static final String PAUSE = "PAUSE";
  private static final String PROGRAM = "program";
  private static final String CHANNEL = "channel#";

  private final Table table;

  ControlRepository(Table table) {
    this.table = table;
  }

  /**
   * What is paused of a program.
   *
   * @param program whether all of it is
   * @param channels ids or types of channels that are paused by themselves
   */
  public record Pauses(boolean program, Set<String> channels) {
    public Pauses {
      channels = Set.copyOf(channels);
    }

    /** Whether messages of a channel wait. */
    public boolean hold(String channelId, String channelType) {
      return program || channels.contains(channelId) || channels.contains(channelType);
    }
  }

  /** Pauses a program, or one of its channels by id or type. */
  public void pause(String programId, Optional<String> channel) {
    change(programId, Update.put(attribute(channel), Value.of(true)));
  }

  /**
   * Takes a pause back. A channel that was paused by itself stays so when the program is resumed.
   */
  public void resume(String programId, Optional<String> channel) {
    change(programId, Update.drop(attribute(channel)));
  }

  private void change(String programId, Update.Change change) {
    table.update(key(programId), Update.of(change), Condition.ALWAYS);
  }

  /** Whether the program, or this channel of it, is paused; read consistently. */
  public boolean paused(String programId, String channel) {
    return pauses(programId).hold(channel, channel);
  }

  public Pauses pauses(String programId) {
    return decode(table.get(key(programId)).orElse(Item.EMPTY));
  }

  static Key key(String programId) {
    return Key.of(programId, PAUSE);
  }

  static Pauses decode(Item item) {
    return new Pauses(
        item.has(PROGRAM),
        item.names().stream()
            .filter(name -> name.startsWith(CHANNEL))
            .map(name -> name.substring(CHANNEL.length()))
            .collect(Collectors.toSet()));
  }

  private static String attribute(Optional<String> channel) {
    return channel.map(CHANNEL::concat).orElse(PROGRAM);
  }
}
