package com.ceap.runtime.objects.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.objects.ObjectStoreContract;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract on an endpoint's S3. */
@OnAwsEndpoint
final class S3ObjectStoreIT extends ObjectStoreContract {
  /** "MaxKeys" of ListObjectsV2 in the S3 API reference. */
  private static final int PAGE = 1_000;

  private static S3Client s3;

  @BeforeAll
  static void connect(AwsEndpoint endpoint) {
    s3 =
        endpoint
            .called(S3Client.builder())
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterAll
  static void disconnect() {
    s3.close();
  }

  @Override
  protected ObjectStore store() {
    String bucket = "objects-" + UUID.randomUUID();
    s3.createBucket(request -> request.bucket(bucket));
    return new S3ObjectStore(s3, bucket);
  }

  @Test
  void moreKeysThanOnePageAreListedAll() {
    ObjectStore store = store();
    IntStream.rangeClosed(0, PAGE).forEach(i -> write(store, "runs/%04d".formatted(i), "x"));

    assertThat(store.list("runs/")).hasSize(PAGE + 1).endsWith("runs/1000");
  }

  @Test
  void aBucketThatIsMissingIsNamed() {
    assertThatThrownBy(() -> new S3ObjectStore(s3, "nobodys-bucket").list("runs/"))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE))
        .hasMessage(
            "cannot list runs/ in bucket nobodys-bucket: S3 answered with HTTP 404, NoSuchBucket");
  }
}
