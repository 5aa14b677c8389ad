package com.ceap.channels.template;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells the states of a template apart: a hash of its files and of the parts that it may use. */
final class TemplateVersion {
  private static final int BYTES = 6;

  private TemplateVersion() {}

  static String of(TemplateFiles files, Parts parts) {
    MessageDigest digest = sha256();
    files.addTo(digest);
    parts.files().addTo(digest);
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
