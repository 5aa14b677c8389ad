package com.ceap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page whose text follows from the code: checked, or written with {@code -Dceap.docs.write}. */
final class Generated {
  private Generated() {}

  static void check(Path page, String expected) throws IOException {
    if (System.getProperty("ceap.docs.write") != null) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page))
        .as(
            "%s; to write it anew: ./mvnw -pl infrastructure/local -am test"
                + " -Dtest='com.ceap.docs.*Test' -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dceap.docs.write",
            page)
        .isEqualTo(expected);
  }
}
