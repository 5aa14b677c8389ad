package com.ceap.lambdas.topology;

/** The scheduled jobs; {@code ./ceap jobs run NAME} and the function {@code jobs} know these. */
public final class JobNames {
  public static final String DAILY_METRICS = "daily-metrics";
  public static final String RECOVERY_PERFORMANCE = "recovery-performance";
  public static final String REVENUE_IMPACT = "revenue-impact";
  public static final String RECOMMENDATION_PERFORMANCE = "recommendation-performance";
  public static final String CART_EXPIRY = "cart-expiry";
  public static final String CLEANUP_VERIFICATION = "cleanup-verification";
  public static final String EXPORT = "export";
  public static final String RETRAIN = "retrain";

  private JobNames() {}
}
