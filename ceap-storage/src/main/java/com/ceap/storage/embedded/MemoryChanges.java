package com.ceap.storage.embedded;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every image of the fed items of one table, oldest first; guarded by the table's lock. */
final class MemoryChanges {

  private final TableDefinition table;
  private final Map<Key, List<Image>> images = new HashMap<>();

  private record Image(Instant at, Item item) {
    boolean in(Instant from, Instant to) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  MemoryChanges(TableDefinition table) {
    this.table = table;
  }

  void written(Key key, Item item, Instant at) {
    if (table.feeds(key)) {
      images.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Image(at, item));
    }
  }

  void deleted(Key key) {
    images.remove(key);
  }

  List<Item> in(Instant from, Instant to) {
    List<Item> last = new ArrayList<>();
    for (List<Image> one : images.values()) {
      one.reversed().stream()
          .filter(image -> image.in(from, to))
          .findFirst()
          .ifPresent(image -> last.add(image.item()));
    }
    return last;
  }
}
