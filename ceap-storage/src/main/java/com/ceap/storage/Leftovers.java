package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TableSample;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks for what should be gone by now and is not, in a sample of a table. Thread-safe. */
public final class Leftovers {
  private static final String OLD_ENTRIES = "ledgers with old entries";

  private final TableSample sample;

  public Leftovers(TableSample sample) {
    this.sample = sample;
  }

  /**
   * What a look at a table found.
   *
   * @param items about how many the table has
   * @param looked how many of them were looked at
   * @param overdue how many should be gone, by kind
   */
  public record Found(String table, long items, long looked, SortedMap<String, Long> overdue) {
    public Found {
      overdue = Collections.unmodifiableSortedMap(new TreeMap<>(overdue));
    }

    /** How many of those looked at should be gone. */
    public long all() {
      return overdue.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Looks at a table.
   *
   * @param most how many items are looked at
   * @param expired items whose ttl passed before it should be gone
   * @param oldest ledgers should have no sends and exits from before it
   */
  public Found in(TableDefinition table, int most, Instant expired, Instant oldest) {
    SortedMap<String, Long> overdue = new TreeMap<>();
    long[] looked = {0};
    long items =
        sample.forEach(
            table,
            most,
            item -> {
              looked[0]++;
              if (hasExpired(table, item, expired)) {
                overdue.merge(kind(table, item), 1L, Long::sum);
              } else if (isOldLedger(table, item, oldest)) {
                overdue.merge(OLD_ENTRIES, 1L, Long::sum);
              }
            });
    return new Found(table.name(), Math.max(items, looked[0]), looked[0], overdue);
  }

  private static boolean hasExpired(TableDefinition table, Item item, Instant before) {
    return item.find(table.ttlAttribute())
        .filter(ttl -> item.number(table.ttlAttribute()).toLong() < before.getEpochSecond())
        .isPresent();
  }

  private static String kind(TableDefinition table, Item item) {
    return table.equals(CANDIDATES)
        ? Erased.ofSortKey(CANDIDATES.key(item).sort()).words()
        : table.name();
  }

  private static boolean isOldLedger(TableDefinition table, Item item, Instant oldest) {
    if (!table.equals(CANDIDATES) || !isLedger(CANDIDATES.key(item).sort())) {
      return false;
    }
    LedgerItem ledger = LedgerCodec.decode(item);
    return !ledger.prunedBefore(oldest).equals(ledger);
  }

  private static boolean isLedger(String sortKey) {
    return sortKey.equals(CandidateKeys.LEDGER) || sortKey.equals(CandidateKeys.SHADOW_LEDGER);
  }
}
