package com.ceap.connectors.aws;

import java.time.Duration;

/**
 * Where and how queries run.
 *
 * @param workGroup the Athena work group; it says where query results go
 * @param bucket the S3 bucket that answers are written to
 * @param chunks into how many chunks an answer is laid out, 1 to 100 (UNLOAD writes at most 100
 *     partitions: Athena user guide, UNLOAD)
 * @param timeout how long a query may take before it is stopped
 */
public record AthenaSettings(String workGroup, String bucket, int chunks, Duration timeout) {
  public AthenaSettings {
    if (chunks < 1 || chunks > 100) {
      throw new IllegalArgumentException(
          "chunks must lie in 1..100, the partitions that UNLOAD can write; was " + chunks);
    }
  }
}
