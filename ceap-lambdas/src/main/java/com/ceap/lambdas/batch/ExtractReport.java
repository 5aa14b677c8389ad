package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.Extract;
import com.ceap.model.RejectedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was extracted for a run.
 *
 * @param chunks of all connectors, with the locations of their rows
 * @param rejected records that the warehouse could not read
 * @param reasons those by reason code
 * @param nanos how long it took
 */
public record ExtractReport(
    List<Chunk> chunks, long rejected, Map<String, Long> reasons, long nanos) {
  public ExtractReport {
    chunks = List.copyOf(chunks);
    reasons = Map.copyOf(reasons);
  }

  static ExtractReport of(Collection<Extract> extracts, long nanos) {
    List<Chunk> chunks = new ArrayList<>();
    Map<String, Long> reasons = new TreeMap<>();
    long rejected = 0;
    for (Extract extract : extracts) {
      chunks.addAll(extract.chunks());
      rejected += extract.rejected().size();
      for (RejectedRecord record : extract.rejected()) {
        reasons.merge(record.reasonCode(), 1L, Long::sum);
      }
    }
    return new ExtractReport(chunks, rejected, reasons, nanos);
  }

  /** The same chunks by name, wherever their rows lie. */
  List<ChunkPointer> pointers() {
    return chunks.stream().map(ChunkPointer::of).toList();
  }
}
