package com.ceap.model.program;

/** When the jobs of a program are due: EventBridge's schedule expressions, in UTC. */
public record JobTimes(
    @Key(
            value = "When the day's figures are put together.",
            name = "daily-metrics",
            defaultYaml = "\"cron(59 23 * * ? *)\"")
        String dailyMetrics,
    @Key(
            value = "When yesterday's journeys are looked at, of a program that takes events.",
            name = "recovery-performance",
            defaultYaml = "\"cron(0 3 * * ? *)\"")
        String recoveryPerformance,
    @Key(
            value = "When it is added up what journeys brought, of a program that takes events.",
            name = "revenue-impact",
            defaultYaml = "\"cron(0 6 * * ? *)\"")
        String revenueImpact,
    @Key(
            value = "When the best products are looked for, of a program that runs in batches.",
            name = "recommendation-performance",
            defaultYaml = "\"cron(0 18 * * ? *)\"")
        String recommendationPerformance,
    @Key(
            value = "When carts that were left too long ago are given up, of a program on carts.",
            name = "cart-expiry",
            defaultYaml = "\"cron(0 * * * ? *)\"")
        String cartExpiry) {
  /** What holds where a program says nothing. */
  public static final JobTimes DEFAULT =
      new JobTimes(
          "cron(59 23 * * ? *)",
          "cron(0 3 * * ? *)",
          "cron(0 6 * * ? *)",
          "cron(0 18 * * ? *)",
          "cron(0 * * * ? *)");

  public JobTimes {
    check("daily-metrics", dailyMetrics);
    check("recovery-performance", recoveryPerformance);
    check("revenue-impact", revenueImpact);
    check("recommendation-performance", recommendationPerformance);
    check("cart-expiry", cartExpiry);
  }

  private static void check(String job, String expression) {
    try {
      AwsSchedule.check(expression);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "the time of %s, '%s', is %s".formatted(job, expression, wrong.getMessage()), wrong);
    }
  }
}
