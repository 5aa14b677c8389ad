package com.ceap.scoring.aws;

import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The body of one request: as many rows as fit. For one thread while it is filled. */
final class Payload {
  /**
   * A serverless endpoint takes 4 MB, the least of all kinds ("Invoke a serverless endpoint" in the
   * SageMaker developer guide); real-time endpoints take 6 MB.
   */
  static final int MAX_BYTES = 4_000_000;

  private static final byte[] HEAD = "{\"instances\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int rows;

  private Payload() {
    body.writeBytes(HEAD);
  }

  /**
   * @throws CeapException RECORD_INVALID where one row alone exceeds {@code maxBytes}, or holds a
   *     value that JSON has no form for
   */
  static List<Payload> of(List<Attributes> rows, int maxBytes) {
    List<Payload> payloads = new ArrayList<>();
    RowJson json = new RowJson();
    for (Attributes row : rows) {
      byte[] text = json.write(row);
      if (payloads.isEmpty() || !payloads.getLast().takes(text, maxBytes)) {
        requireFits(text, maxBytes);
        payloads.add(new Payload());
      }
      payloads.getLast().add(text);
    }
    return payloads;
  }

  private static void requireFits(byte[] row, int maxBytes) {
    if (HEAD.length + row.length + TAIL.length > maxBytes) {
      throw new CeapException(
          ErrorCode.RECORD_INVALID,
          "one row of features takes %d bytes; a request may have %d"
              .formatted(row.length, maxBytes));
    }
  }

  private boolean takes(byte[] row, int maxBytes) {
    return body.size() + 1 + row.length + TAIL.length <= maxBytes;
  }

  private void add(byte[] row) {
    if (rows > 0) {
      body.write(',');
    }
    body.writeBytes(row);
    rows++;
  }

  int rows() {
    return rows;
  }

  /** The whole request as JSON in UTF-8. */
  byte[] body() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(body.size() + TAIL.length);
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(TAIL);
    return whole.toByteArray();
  }
}
