package com.ceap.local.cost;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What AWS asks in us-east-1, without free tiers, as published and looked up in November 2026. Two
 * services share a price page; the page is the source.
 */
enum Price {
  DYNAMODB_WRITE("DynamoDB write request units", 0.625, 1_000_000, "dynamodb/pricing/on-demand"),
  DYNAMODB_READ("DynamoDB read request units", 0.125, 1_000_000, "dynamodb/pricing/on-demand"),
  LAMBDA_REQUEST("Lambda requests", 0.20, 1_000_000, "lambda/pricing"),
  LAMBDA_GB_SECOND("Lambda GB-seconds, arm64", 13.3334, 1_000_000, "lambda/pricing"),
  STATE_TRANSITION("Step Functions state transitions", 25, 1_000_000, "step-functions/pricing"),
  EXPRESS_REQUEST("Step Functions Express requests", 1, 1_000_000, "step-functions/pricing"),
  EXPRESS_GB_SECOND(
      "Step Functions Express GB-seconds", 16.67, 1_000_000, "step-functions/pricing"),
  S3_PUT("S3 PUT and LIST requests", 5, 1_000_000, "s3/pricing"),
  S3_GET("S3 GET requests", 0.40, 1_000_000, "s3/pricing"),
  ATHENA_GB("Athena GB scanned", 5, 1024, "athena/pricing"),
  MODEL_HOUR("SageMaker instance hours, ml.c7g.large", 0.10, 1, "sagemaker-ai/pricing"),
  EVENT("EventBridge events", 1, 1_000_000, "eventbridge/pricing"),
  SCHEDULE("EventBridge Scheduler invocations", 1, 1_000_000, "eventbridge/pricing"),
  SQS_REQUEST("SQS requests", 0.40, 1_000_000, "sqs/pricing"),
  LOG_GB("CloudWatch Logs GB taken in", 0.50, 1, "cloudwatch/pricing");

  private final String unit;
  private final double dollars;
  private final int each;
  private final String page;

  Price(String unit, double dollars, int each, String page) {
    this.unit = unit;
    this.dollars = dollars;
    this.each = each;
    this.page = page;
  }

  String unit() {
    return unit;
  }

  /** Of one unit. */
  double dollars() {
    return dollars / each;
  }

  /** As the page has it. */
  String published() {
    return String.format(
        Locale.ROOT, "%s for %,d", BigDecimal.valueOf(dollars).toPlainString(), each);
  }

  String source() {
    return "https://aws.amazon.com/" + page + "/";
  }
}
