package com.ceap.lambdas.changes;

import com.ceap.runtime.objects.ObjectStore;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TableDefinition;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The change feed of what streams have told. Objects are read twice: first for the last change of
 * each item, then for its image, so that only keys are held in memory. Whatever a stream gives
 * twice, in pieces or from several shards is given once. Objects live a day longer than they are
 * remembered.
 */
public final class ObjectChangeFeed implements ChangeFeed {
  private final ObjectStore store;
  private final ChangeObjects objects;
  private final InstantSource clock;

  public ObjectChangeFeed(ObjectStore objects, InstantSource clock) {
    this.store = objects;
    this.objects = new ChangeObjects(objects);
    this.clock = clock;
  }

  @Override
  public void forEach(TableDefinition table, Instant from, Instant to, Consumer<Item> action) {
    Instant now = clock.instant();
    ChangeFeed.check(table, from, to, now, DAYS);
    List<String> written = keys(table, false, from, to);
    Map<Key, Sequence> last = new HashMap<>();
    for (String key : written) {
      objects.forEach(
          key,
          line -> {
            if (!line.at().isBefore(from) && line.at().isBefore(to)) {
              last.merge(key(table, line), line.sequence(), Sequence::later);
            }
          });
    }
    removeGone(table, from, now, last);
    for (String key : written) {
      objects.forEach(
          key,
          line -> {
            if (last.remove(key(table, line), line.sequence())) {
              action.accept(ItemJson.read(line.item()));
            }
          });
    }
  }

  private void removeGone(
      TableDefinition table, Instant from, Instant now, Map<Key, Sequence> last) {
    for (String key : keys(table, true, from, now.plus(DAY))) {
      objects.forEach(
          key,
          line ->
              last.computeIfPresent(
                  key(table, line),
                  (_, written) -> written.compareTo(line.sequence()) < 0 ? null : written));
    }
  }

  private static Key key(TableDefinition table, ChangeObjects.Line line) {
    return table.key(ItemJson.read(line.item()));
  }

  private List<String> keys(TableDefinition table, boolean removed, Instant from, Instant to) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
    LocalDate end = LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC).plusDays(1);
    Stream<LocalDate> days = first.isBefore(end) ? first.datesUntil(end) : Stream.of();
    return days.flatMap(day -> store.list(ChangeKeys.day(table, removed, day)).stream()).toList();
  }
}
