package com.ceap.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference page is the one that follows from the OpenAPI document. */
class ServingApiPageTest {
  @Test
  void thePageIsWrittenFromTheDocument() throws IOException {
    Path page = root().resolve("docs/reference/serving-api.md");
    String expected = new ServingApiPage(new OpenApiContract().document()).text();
    if (System.getProperty("ceap.docs.write") != null) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page))
        .as(
            "%s; to write it anew: ./mvnw -pl ceap-serving-api test -Dtest=ServingApiPageTest"
                + " -Dceap.docs.write",
            page)
        .isEqualTo(expected);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("programs"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
