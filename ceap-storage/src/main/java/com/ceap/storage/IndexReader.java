package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads an index and answers with the candidates themselves, fetched in batches: an index lags
 * behind, and blind writes leave INDEX items behind of channels that a candidate has lost. What the
 * candidate says is what counts.
 */
final class IndexReader {

  private static final int MOST_PER_ROUND = 1000;

  private final Table table;

  IndexReader(Table table) {
    this.table = table;
  }

  /**
   * A page of those that pass.
   *
   * @param sift answers those of some candidates that count, in their order
   */
  CandidatePage read(
      Query query,
      List<String> partitions,
      int limit,
      Cursor cursor,
      UnaryOperator<List<StoredCandidate>> sift) {
    int perPartition = Math.clamp(2L * limit / Math.max(1, partitions.size()), 10, MOST_PER_ROUND);
    ShardMerge merge = new ShardMerge(table, query.limit(perPartition), partitions, cursor);
    List<StoredCandidate> found = new ArrayList<>();
    while (found.size() < limit) {
      List<Item> entries = merge.next(Math.min(MOST_PER_ROUND, limit - found.size()));
      if (entries.isEmpty()) {
        break;
      }
      found.addAll(sift.apply(candidates(entries)));
    }
    return new CandidatePage(found, merge.cursor());
  }

  private List<StoredCandidate> candidates(List<Item> entries) {
    List<Key> keys = entries.stream().map(CANDIDATES::key).map(CandidateKeys::candidateOf).toList();
    Map<Key, Item> items = table.batchGet(keys);
    return keys.stream()
        .map(key -> Optional.ofNullable(items.get(key)))
        .flatMap(Optional::stream)
        .map(CandidateCodec::decode)
        .toList();
  }
}
