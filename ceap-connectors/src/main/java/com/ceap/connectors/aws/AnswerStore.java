package com.ceap.connectors.aws;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The answers in S3: {@code PREFIX/columns.json} and {@code PREFIX/data/chunk=N/…}, one key per
 * file. A location is a file's key.
 */
final class AnswerStore {
  private static final String DATA = "data/";
  private static final Pattern KEY = Pattern.compile("(.*)data/chunk=(\\d+)/[^/]+");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final S3Client s3;
  private final String bucket;

  AnswerStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Where UNLOAD writes; it wants a prefix with nothing below. */
  static String dataPrefix(String prefix) {
    return prefix + DATA;
  }

  private static String columnsKey(String prefix) {
    return prefix + "columns.json";
  }

  void writeColumns(String prefix, List<AnswerColumn> columns) {
    try {
      RequestBody body = RequestBody.fromBytes(JSON.writeValueAsBytes(columns));
      s3.putObject(
          request -> request.bucket(bucket).key(columnsKey(prefix)).contentType("application/json"),
          body);
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "writing " + columnsKey(prefix));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write columns as JSON", e);
    }
  }

  /** The files of each chunk that has rows, in the order of the chunks. */
  List<List<String>> chunks(String prefix) {
    TreeMap<Integer, List<String>> byChunk = new TreeMap<>();
    try {
      s3
          .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(dataPrefix(prefix)))
          .contents()
          .stream()
          .map(S3Object::key)
          .forEach(key -> byChunk.computeIfAbsent(chunk(key), n -> new ArrayList<>()).add(key));
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "listing " + dataPrefix(prefix));
    }
    return List.copyOf(byChunk.values());
  }

  private static int chunk(String key) {
    return Integer.parseInt(parsed(key).group(2));
  }

  private static Matcher parsed(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE,
          "'%s' is no file of an answer; its key should end in data/chunk=N/file".formatted(key));
    }
    return matcher;
  }

  Warehouse.Rows rows(String key) {
    List<AnswerColumn> columns = readColumns(parsed(key).group(1));
    try {
      ResponseInputStream<GetObjectResponse> body = get(key);
      return JsonLinesRows.open(key, columns, body);
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "reading " + key);
    }
  }

  private List<AnswerColumn> readColumns(String prefix) {
    String key = columnsKey(prefix);
    try (ResponseInputStream<GetObjectResponse> body = get(key)) {
      return JSON.readValue(body, new TypeReference<List<AnswerColumn>>() {});
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "reading " + key);
    } catch (IOException e) {
      throw new CeapException(ErrorCode.WAREHOUSE_UNAVAILABLE, "cannot read " + key, e);
    }
  }

  private ResponseInputStream<GetObjectResponse> get(String key) {
    return s3.getObject(request -> request.bucket(bucket).key(key));
  }
}
