package com.ceap.lambdas.export;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;

/**
 * Whom a file may have rows of, without naming anybody: a Bloom filter of {@value #BITS} bits for
 * each customer. It knows all of the file's customers, and takes one in 10,000 others for one of
 * them. For one thread while customers are added.
 */
final class CustomerSketch {
  private static final int VERSION = 1;
  private static final int BITS = 20;
  private static final int HASHES = 10;

  private final long size;
  private final BitSet bits;

  private CustomerSketch(long size, BitSet bits) {
    this.size = size;
    this.bits = bits;
  }

  /** Of nobody, for so many. */
  static CustomerSketch ofAtMost(long customers) {
    long size = Math.min(Integer.MAX_VALUE, Math.max(1, customers) * BITS);
    return new CustomerSketch(size, new BitSet());
  }

  void add(String customerId) {
    for (int position : positions(customerId)) {
      bits.set(position);
    }
  }

  /** False where the file surely has nothing of any of them. */
  boolean mayHoldAny(Collection<String> customerIds) {
    return customerIds.stream().anyMatch(this::mayHold);
  }

  private boolean mayHold(String customerId) {
    for (int position : positions(customerId)) {
      if (!bits.get(position)) {
        return false;
      }
    }
    return true;
  }

  /** Two hashes make all others (Kirsch and Mitzenmacher, 2006). */
  private int[] positions(String customerId) {
    ByteBuffer hash = ByteBuffer.wrap(hash(customerId));
    long first = hash.getLong();
    long second = hash.getLong();
    int[] positions = new int[HASHES];
    for (int i = 0; i < HASHES; i++) {
      positions[i] = (int) Math.floorMod(first + i * second, size);
    }
    return positions;
  }

  private static byte[] hash(String customerId) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(customerId.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void writeTo(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeByte(VERSION);
    data.writeLong(size);
    data.write(bits.toByteArray());
    data.flush();
  }

  /** What was written; empty where another release wrote it in another way. */
  static Optional<CustomerSketch> read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.read() != VERSION) {
      return Optional.empty();
    }
    return Optional.of(new CustomerSketch(data.readLong(), BitSet.valueOf(data.readAllBytes())));
  }
}
