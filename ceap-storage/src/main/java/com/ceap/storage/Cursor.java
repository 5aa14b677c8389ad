package com.ceap.storage;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * How far a read over the shards of an index has come: a position for each of its partitions. Holds
 * keys of customers; whoever hands its token out signs or seals it.
 */
public record Cursor(List<Position> positions) {

  /** Nothing was read yet. */
  public static final Cursor START = new Cursor(List.of());

  public Cursor {
    positions = List.copyOf(positions);
  }

  /** Whether nothing more follows. */
  public boolean ended() {
    return !positions.isEmpty() && positions.stream().allMatch(Position.End.class::isInstance);
  }

  /** Where to begin on each of a number of partitions. */
  List<Position> on(int partitions) {
    if (positions.isEmpty()) {
      return Collections.nCopies(partitions, Position.START);
    }
    if (positions.size() != partitions) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "the cursor belongs to another query: it has %d positions, this query needs %d"
              .formatted(positions.size(), partitions));
    }
    return positions;
  }

  /** The cursor as URL-safe text. */
  public String token(TableDefinition table, IndexDefinition index) {
    String[] parts = positions.stream().map(p -> text(p, table, index)).toArray(String[]::new);
    byte[] bytes = CompositeKey.of(parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The cursor of a {@link #token}.
   *
   * @throws CeapException ARGUMENT_INVALID where the text is none
   */
  public static Cursor parse(String token, TableDefinition table, IndexDefinition index) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      List<Position> positions = new ArrayList<>();
      for (String part : CompositeKey.parts(text)) {
        positions.add(position(part, table, index));
      }
      return new Cursor(positions);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID, "the cursor is damaged: begin again without one", e);
    }
  }

  private static String text(Position position, TableDefinition table, IndexDefinition index) {
    return switch (position) {
      case Position.Start _ -> "";
      case Position.End _ -> "-";
      case Position.After(Item keys) ->
          CompositeKey.of(
              keys.text(table.partitionKey()),
              keys.text(table.sortKey()),
              keys.text(index.partition().name()),
              sort(keys, index));
    };
  }

  private static Position position(String text, TableDefinition table, IndexDefinition index) {
    if (text.isEmpty()) {
      return Position.START;
    }
    if (text.equals("-")) {
      return Position.END;
    }
    List<String> parts = CompositeKey.parts(text);
    return new Position.After(
        Item.builder()
            .with(table.partitionKey(), parts.get(0))
            .with(table.sortKey(), parts.get(1))
            .with(index.partition().name(), parts.get(2))
            .with(index.sort().name(), sort(parts.get(3), index))
            .build());
  }

  private static String sort(Item keys, IndexDefinition index) {
    String name = index.sort().name();
    return switch (index.sort().type()) {
      case TEXT -> keys.text(name);
      case NUMBER -> keys.number(name).toBigDecimal().toString();
    };
  }

  private static Value sort(String text, IndexDefinition index) {
    return switch (index.sort().type()) {
      case TEXT -> Value.of(text);
      case NUMBER -> Num.of(new BigDecimal(text));
    };
  }

  /** Positions hold keys of customers. */
  @Override
  public String toString() {
    return "Cursor[" + positions.size() + " partitions]";
  }
}
