package com.ceap.infrastructure;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Objects under {@code runs/}, {@code programs/} and {@code exports/}; only runs' expire. */
final class DataBucket extends Construct {
  private static final Duration GRACE = Duration.days(30);

  private final Bucket bucket;

  DataBucket(Construct scope, Environment environment) {
    super(scope, "data");
    boolean keep = environment.deletionProtection();
    this.bucket =
        Bucket.Builder.create(this, "bucket")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .enforceSsl(true)
            .encryption(BucketEncryption.S3_MANAGED)
            .versioned(true)
            .lifecycleRules(lifecycle(environment))
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .autoDeleteObjects(!keep)
            .build();
  }

  Bucket bucket() {
    return bucket;
  }

  private static List<LifecycleRule> lifecycle(Environment environment) {
    return List.of(
        LifecycleRule.builder()
            .id("runs-expire")
            .prefix("runs/")
            .expiration(Duration.days(environment.runRetentionDays()))
            .noncurrentVersionExpiration(Duration.days(1))
            .build(),
        LifecycleRule.builder()
            .id("leftovers")
            .noncurrentVersionExpiration(GRACE)
            .abortIncompleteMultipartUploadAfter(Duration.days(7))
            .build());
  }
}
