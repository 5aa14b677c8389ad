package com.ceap.local.platform;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * A secret of a data folder: drawn once, readable by its owner alone, so that what it signs
 * outlasts the process.
 */
public final class SecretFile {
  private static final int BYTES = 32;

  private final Path file;

  public SecretFile(Path file) {
    this.file = file;
  }

  /** 256 random bits in Base64. */
  public String read() {
    return read(UnaryOperator.identity());
  }

  /**
   * What the file holds.
   *
   * @param content makes it of 256 random bits in Base64, where there is no file yet
   * @throws CeapException STORE_INCOMPATIBLE where it cannot be read
   */
  public String read(UnaryOperator<String> content) {
    try {
      if (!Files.exists(file)) {
        draw(content);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.STORE_INCOMPATIBLE,
          "the secret in %s cannot be read: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  private void draw(UnaryOperator<String> content) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Files.createDirectories(file.getParent());
    Path drawn =
        Files.createTempFile(
            file.getParent(),
            "secret",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(drawn, content.apply(Base64.getEncoder().encodeToString(secret)));
      // As a link, which fails where another process was first.
      Files.createLink(file, drawn);
    } catch (FileAlreadyExistsException _) {
      // Its secret is as good.
    } finally {
      Files.delete(drawn);
    }
  }
}
