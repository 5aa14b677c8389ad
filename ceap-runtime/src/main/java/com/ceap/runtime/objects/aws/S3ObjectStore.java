package com.ceap.runtime.objects.aws;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.ObjectStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects of one bucket. A body is written to a file first and then put with one request, which S3
 * takes whole or not at all, up to 5 GB ("PutObject" in the S3 API reference). Thread-safe; the
 * client stays the caller's.
 */
public final class S3ObjectStore implements ObjectStore {
  private static final int BUFFER = 1 << 16;

  private final S3Client s3;
  private final String bucket;

  public S3ObjectStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void put(String key, Body body) {
    Path spool = spool(key);
    try {
      write(key, body, spool);
      calling(
          "write",
          key,
          () ->
              s3.putObject(
                  request -> request.bucket(bucket).key(key), RequestBody.fromFile(spool)));
    } finally {
      discard(spool);
    }
  }

  private static Path spool(String key) {
    try {
      return Files.createTempFile("object", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + key, e);
    }
  }

  private static void write(String key, Body body, Path spool) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool), BUFFER)) {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + key, e);
    }
  }

  private static void discard(Path spool) {
    try {
      Files.deleteIfExists(spool);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + spool.getFileName(), e);
    }
  }

  @Override
  public InputStream open(String key) {
    return calling("read", key, () -> s3.getObject(request -> request.bucket(bucket).key(key)));
  }

  @Override
  public List<String> list(String prefix) {
    return List.copyOf(tags(prefix).keySet());
  }

  @Override
  public Map<String, String> tags(String prefix) {
    return calling(
        "list",
        prefix,
        () -> {
          SortedMap<String, String> tags = new TreeMap<>();
          s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
              .contents()
              .forEach(object -> tags.put(object.key(), object.eTag()));
          return tags;
        });
  }

  @Override
  public void delete(String key) {
    calling("delete", key, () -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
  }

  private <T> T calling(String what, String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (NoSuchKeyException e) {
      throw new UncheckedIOException(new IOException("there is no object " + key, e));
    } catch (SdkException e) {
      boolean throttled = e instanceof AwsServiceException answer && answer.isThrottlingException();
      throw new CeapException(
          throttled ? ErrorCode.STORE_THROTTLED : ErrorCode.STORE_UNAVAILABLE,
          "cannot %s %s in bucket %s: %s".formatted(what, key, bucket, answer(e)),
          e);
    }
  }

  private static String answer(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? "S3 answered with HTTP %d, %s"
            .formatted(service.statusCode(), service.awsErrorDetails().errorCode())
        : "S3 gave no answer (" + e.getClass().getSimpleName() + ")";
  }
}
