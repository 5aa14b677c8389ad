package com.ceap.lambdas.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.template.TemplateLibrary;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTemplatesTest {
  private static final Path SHIPPED = Path.of("..", "programs", "templates");

  @TempDir private Path folder;
  private ObjectStore objects;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private final List<RuntimeException> told = new ArrayList<>();
  private PublishedTemplates templates;

  @BeforeEach
  void open() {
    objects = new FolderObjectStore(folder);
    templates = new PublishedTemplates(objects, () -> now, told::add);
  }

  @Test
  void theNewestSetIsReadAsItWouldBeFromItsFolder() throws IOException {
    publish("v1");

    assertThat(templates.get().require("cart-recovery-v3")).isNotNull();
    assertThat(templates.get().problems()).isEqualTo(TemplateLibrary.read(SHIPPED).problems());
  }

  @Test
  void whereNoneIsPublishedThereAreNone() {
    assertThatThrownBy(() -> templates.get().require("cart-recovery-v3"))
        .hasMessageContaining("there is no template 'cart-recovery-v3'");
  }

  @Test
  void aNewSetIsTakenUpAfterHalfAMinuteAndAnOldOneIsNotReadAgain() throws IOException {
    publish("v1");
    TemplateLibrary first = templates.get();
    now = now.plusSeconds(30);
    assertThat(templates.get()).isSameAs(first);

    point("v2");
    now = now.plusSeconds(29);
    assertThat(templates.get()).isSameAs(first);
    now = now.plusSeconds(1);
    assertThat(templates.get()).isNotSameAs(first);
    assertThat(told).isEmpty();
  }

  private void publish(String version) throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String key = TemplateKeys.set(version) + SHIPPED.relativize(file);
        objects.put(key, out -> Files.copy(file, out));
      }
    }
    point(version);
  }

  private void point(String version) {
    objects.put(TemplateKeys.POINTER, out -> out.write(version.getBytes(StandardCharsets.UTF_8)));
  }
}
