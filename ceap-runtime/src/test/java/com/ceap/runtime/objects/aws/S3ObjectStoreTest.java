package com.ceap.runtime.objects.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.aws.AwsClients;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.objects.ObjectStoreContract;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTest extends ObjectStoreContract {
  private BucketServer server;
  private S3Client s3;
  private ObjectStore objects;

  @BeforeEach
  void open() throws IOException {
    server = new BucketServer();
    s3 =
        new AwsClients()
            .build(
                S3Client.builder()
                    .endpointOverride(server.url())
                    .forcePathStyle(true)
                    .region(Region.EU_WEST_1)
                    .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("k", "s"))),
                Duration.ofSeconds(30));
    objects = new S3ObjectStore(s3, "data");
  }

  @AfterEach
  void close() {
    s3.close();
    server.close();
  }

  @Override
  protected ObjectStore store() {
    return objects;
  }

  @Test
  void anObjectIsPutWithOneRequest() {
    write(objects, "a", "one");

    assertThat(server.requests("PUT")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "503, STORE_THROTTLED, 'HTTP 503, SlowDown'",
    "500, STORE_UNAVAILABLE, 'HTTP 500, InternalError'"
  })
  void whatS3RefusesIsToldWithItsCode(int status, ErrorCode code, String answer) {
    server.answerWith(status);

    assertThatThrownBy(() -> objects.list("runs/"))
        .isInstanceOfSatisfying(CeapException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage("cannot list runs/ in bucket data: S3 answered with " + answer);
  }
}
