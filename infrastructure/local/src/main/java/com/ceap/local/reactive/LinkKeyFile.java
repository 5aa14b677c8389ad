package com.ceap.local.reactive;

import com.ceap.channels.link.LinkKeys;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The keys of a data folder's links: drawn once, so that links outlast the process. */
final class LinkKeyFile {
  private static final int BYTES = 32;

  private final Path file;

  LinkKeyFile(Path file) {
    this.file = file;
  }

  LinkKeys open() {
    try {
      if (!Files.exists(file)) {
        draw();
      }
      return LinkKeys.parse(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new CeapException(
          ErrorCode.STORE_INCOMPATIBLE,
          "the keys of links in %s cannot be read: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  private void draw() throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    Path drawn =
        Files.createTempFile(
            file.getParent(),
            "link-keys",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(drawn, "local=" + Base64.getEncoder().encodeToString(key));
      // As a link, which fails where another process was first.
      Files.createLink(file, drawn);
    } catch (FileAlreadyExistsException _) {
      // Its keys are as good.
    } finally {
      Files.delete(drawn);
    }
  }
}
