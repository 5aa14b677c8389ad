package com.ceap.local.reactive;

import com.ceap.channels.link.LinkKeys;
import com.ceap.local.platform.SecretFile;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;

/** The keys of a data folder's links: drawn once, so that links outlast the process. */
final class LinkKeyFile {
  private final Path file;

  LinkKeyFile(Path file) {
    this.file = file;
  }

  LinkKeys open() {
    try {
      return LinkKeys.parse(new SecretFile(file).read("local="::concat));
    } catch (IllegalArgumentException e) {
      throw new CeapException(
          ErrorCode.STORE_INCOMPATIBLE,
          "the keys of links in %s cannot be read: %s".formatted(file, e.getMessage()),
          e);
    }
  }
}
