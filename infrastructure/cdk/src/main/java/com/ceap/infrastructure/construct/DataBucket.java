package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.storage.table.ChangeFeed;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Objects under {@code runs/}, {@code programs/}, {@code exports/} and others; only those of runs,
 * the answers of queries, what streams have told and what models learn from expire.
 */
public final class DataBucket extends Construct {
  private static final Duration GRACE = Duration.days(30);

  private final Bucket bucket;

  public DataBucket(Construct scope, Environment environment) {
    super(scope, "data");
    boolean keep = environment.deletionProtection();
    this.bucket =
        Bucket.Builder.create(this, "bucket")
            .bucketName(new Names(environment).dataBucket())
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .enforceSsl(true)
            .encryption(BucketEncryption.S3_MANAGED)
            .versioned(true)
            .lifecycleRules(lifecycle(environment))
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .autoDeleteObjects(!keep)
            .build();
    Excused.on(
        bucket,
        new Excused(
            "AwsSolutions-S1",
            "Reads and writes of objects are recorded by CloudTrail's data events where they are"
                + " wanted; server access logs would need a second bucket that logs itself."));
  }

  public Bucket bucket() {
    return bucket;
  }

  private static List<LifecycleRule> lifecycle(Environment environment) {
    return List.of(
        expiring("runs", environment.runRetentionDays()),
        expiring("athena", environment.runRetentionDays()),
        expiring("changes", ChangeFeed.DAYS + 1),
        expiring("training", environment.runRetentionDays()),
        LifecycleRule.builder()
            .id("leftovers")
            .noncurrentVersionExpiration(GRACE)
            .abortIncompleteMultipartUploadAfter(Duration.days(7))
            .build());
  }

  private static LifecycleRule expiring(String folder, int days) {
    return LifecycleRule.builder()
        .id(folder + "-expire")
        .prefix(folder + "/")
        .expiration(Duration.days(days))
        .noncurrentVersionExpiration(Duration.days(1))
        .build();
  }
}
