package com.ceap.serving.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies for callers who take it. */
record Compression(int from) {
  private static final Pattern GZIP =
      Pattern.compile("gzip(;q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*))?", Pattern.CASE_INSENSITIVE);

  Reply apply(ApiRequest request, Reply reply) {
    if (reply.body().length < from
        || !request.header("accept-encoding").map(Compression::takesGzip).orElse(false)) {
      return reply;
    }
    return new Reply(reply.status(), reply.contentType(), gzip(reply.body()), reply.headers())
        .with("content-encoding", "gzip");
  }

  /** A coding of weight 0 is refused (RFC 9110, section 12.5.3). */
  private static boolean takesGzip(String accepted) {
    return Arrays.stream(accepted.split(",", -1))
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> GZIP.matcher(coding).matches());
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2);
    try (GZIPOutputStream gzip = new QuickGzip(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes every byte", e);
    }
    return out.toByteArray();
  }

  /** A body is sent once: what a slower compressor saves on the way it takes before. */
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
