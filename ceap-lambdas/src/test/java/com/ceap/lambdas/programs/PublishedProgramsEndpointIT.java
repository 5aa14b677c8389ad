package com.ceap.lambdas.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.lambdas.Programs;
import com.ceap.lambdas.batch.Registries;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.objects.aws.S3ObjectStore;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.programs.ProgramNews;
import com.ceap.runtime.programs.ProgramPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Programs as functions find them in an endpoint's S3. */
@OnAwsEndpoint
final class PublishedProgramsEndpointIT {
  private static final String ID = "abandoned-cart-recovery";

  private final String bucket = "data-" + UUID.randomUUID();
  private final ProgramLoader loader = new ProgramLoader(Registries.load().extensions());
  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private S3Client s3;
  private ObjectStore objects;

  @BeforeEach
  void connect(AwsEndpoint endpoint) {
    s3 =
        endpoint
            .called(S3Client.builder())
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    s3.createBucket(request -> request.bucket(bucket));
    objects = new S3ObjectStore(s3, bucket);
  }

  @AfterEach
  void disconnect() {
    s3.close();
  }

  @Test
  void anotherVersionIsFoundAfterHalfAMinuteAndTheOneBeforeStays() throws IOException {
    publish(Programs.shipped(ID));
    ObjectPrograms seen = ObjectPrograms.refreshed(objects, loader, () -> now, ProgramNews.NONE);
    Program first = seen.newest(ID).orElseThrow();
    publish(Programs.shipped(ID).replace("delayMinutes: 60", "delayMinutes: 45"));

    assertThat(seen.newest(ID).orElseThrow().version()).isEqualTo(first.version());
    now = now.plus(ObjectPrograms.LIFE).plusSeconds(1);

    assertThat(seen.newest(ID).orElseThrow().version()).isNotEqualTo(first.version());
    assertThat(seen.find(ID, first.version()).orElseThrow().version()).isEqualTo(first.version());
  }

  @Test
  void aProgramWhoseFileIsGoneIsWithdrawn() throws IOException {
    publish(Programs.shipped(ID));
    Files.delete(folder.resolve("cart.yaml"));
    new ProgramPublisher(objects, loader).publish(folder);

    assertThat(ObjectPrograms.refreshed(objects, loader, () -> now, ProgramNews.NONE).newest(ID))
        .isEmpty();
  }

  private void publish(String yaml) throws IOException {
    Files.writeString(folder.resolve("cart.yaml"), yaml);
    assertThat(new ProgramPublisher(objects, loader).publish(folder)).isEmpty();
  }
}
