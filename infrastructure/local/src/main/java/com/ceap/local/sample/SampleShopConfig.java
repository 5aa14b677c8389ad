package com.ceap.local.sample;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What sample shop to make.
 *
 * @param customers at least 1
 * @param interactions rows of {@code product_interactions}, at least 0
 * @param products at least 1
 * @param seed the same seed makes the same rows
 * @param businessDate the day (UTC) that nearly all interactions happen on
 * @param out the warehouse folder; tables of the same name in it are replaced
 */
public record SampleShopConfig(
    long customers,
    long interactions,
    int products,
    long seed,
    LocalDate businessDate,
    Path out,
    TableFormat format,
    SampleProgress progress) {
  public static final long DEFAULT_INTERACTIONS = 200_000;
  public static final int DEFAULT_PRODUCTS = 2_000;
  public static final long DEFAULT_SEED = 42;

  public SampleShopConfig {
    atLeast(1, customers, "customers");
    atLeast(0, interactions, "interactions");
    atLeast(1, products, "products");
  }

  /** A shop of the default shape: ten interactions a customer, Parquet, no progress. */
  public static SampleShopConfig of(
      long interactions, long seed, LocalDate businessDate, Path out) {
    return new SampleShopConfig(
        defaultCustomers(interactions),
        interactions,
        DEFAULT_PRODUCTS,
        seed,
        businessDate,
        out,
        TableFormat.PARQUET,
        SampleProgress.NONE);
  }

  public static long defaultCustomers(long interactions) {
    return Math.max(1, interactions / 10);
  }

  public SampleShopConfig withFormat(TableFormat other) {
    return new SampleShopConfig(
        customers, interactions, products, seed, businessDate, out, other, progress);
  }

  public SampleShopConfig withProgress(SampleProgress other) {
    return new SampleShopConfig(
        customers, interactions, products, seed, businessDate, out, format, other);
  }

  private static void atLeast(long least, long value, String what) {
    if (value < least) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a sample shop needs at least " + least + " " + what + ", not " + value);
    }
  }
}
