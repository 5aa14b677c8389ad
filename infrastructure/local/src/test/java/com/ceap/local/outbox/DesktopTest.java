package com.ceap.local.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DesktopTest {
  @TempDir private Path programs;

  @Test
  void withoutAScreenNothingIsOpened() throws IOException {
    program("xdg-open");

    assertThat(new Desktop(Map.of("PATH", programs.toString()), "Linux").opener()).isEmpty();
    assertThat(new Desktop(Map.of(), "Linux").open(programs)).isFalse();
  }

  @Test
  void aDesktopsOwnProgramOpensFiles() throws IOException {
    Path xdgOpen = program("xdg-open");
    Path open = program("open");
    String path = "/nowhere:" + programs;

    assertThat(new Desktop(Map.of("PATH", path, "DISPLAY", ":0"), "Linux").opener())
        .contains(xdgOpen);
    assertThat(new Desktop(Map.of("PATH", path, "WAYLAND_DISPLAY", "w"), "Linux").opener())
        .contains(xdgOpen);
    assertThat(new Desktop(Map.of("PATH", path), "Mac OS X").opener()).contains(open);
    assertThat(new Desktop(Map.of("PATH", path, "SSH_CONNECTION", "x"), "Mac OS X").opener())
        .isEmpty();
  }

  @Test
  void aDesktopWithoutSuchAProgramOpensNothing() {
    assertThat(new Desktop(Map.of("PATH", programs.toString(), "DISPLAY", ":0"), "Linux").opener())
        .isEmpty();
  }

  private Path program(String name) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
