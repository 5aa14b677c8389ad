package com.ceap.serving.api;

import com.ceap.model.error.CeapException;
import com.ceap.serving.http.ProblemException;
import com.ceap.serving.http.ProblemType;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Cursor;
import com.ceap.storage.table.IndexDefinition;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors as tokens that nobody can read or change: they hold ids of customers, and addresses are
 * logged. AES-GCM over the compressed positions, bound to the query; the nonce is an HMAC of what
 * is sealed, so that the same page has the same token and no nonce serves two. Thread-safe.
 */
final class SealedCursor {
  private static final String HMAC = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int MOST_BYTES = 1 << 20;

  private final SecretKeySpec sealing;
  private final SecretKeySpec naming;

  SealedCursor(String secret) {
    SecretKeySpec root = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    this.sealing = new SecretKeySpec(hmac(root, utf8("seal")), "AES");
    this.naming = new SecretKeySpec(hmac(root, utf8("name")), HMAC);
  }

  /**
   * Seals a cursor.
   *
   * @param query what it goes on with; opens for no other
   */
  String seal(Cursor cursor, IndexDefinition index, String query) {
    byte[] plain = deflate(utf8(cursor.token(CeapTables.CANDIDATES, index)));
    byte[] nonce = Arrays.copyOf(hmac(naming, concat(utf8(query), plain)), NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, query).doFinal(plain);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(concat(nonce, sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * Opens a token.
   *
   * @throws ProblemException INVALID_CURSOR where it is none, or one of another query
   */
  Cursor open(String token, IndexDefinition index, String query) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, query)
              .doFinal(bytes, NONCE_BYTES, Math.max(0, bytes.length - NONCE_BYTES));
      String text = new String(inflate(plain), StandardCharsets.UTF_8);
      return Cursor.parse(text, CeapTables.CANDIDATES, index);
    } catch (IllegalArgumentException
        | GeneralSecurityException
        | DataFormatException
        | CeapException e) {
      throw new ProblemException(
          ProblemType.INVALID_CURSOR,
          "the cursor is none that this API has given out for this query; begin again without one");
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String query) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(utf8(query));
    return cipher;
  }

  private static byte[] hmac(SecretKeySpec key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  private static byte[] deflate(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static byte[] inflate(byte[] bytes) throws DataFormatException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 || out.size() > MOST_BYTES) {
          throw new DataFormatException("no cursor is so long");
        }
        out.write(buffer, 0, read);
      }
      return out.toByteArray();
    }
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
