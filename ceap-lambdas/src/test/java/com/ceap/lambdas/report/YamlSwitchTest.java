package com.ceap.lambdas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSwitchTest {
  private static final String PATH = "programs/abandoned-cart-recovery.yaml";
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"email", "sms", "push"})
  void theDiffAppliesCleanlyAndSwitchesOneChannelOff(String channel) throws Exception {
    String yaml = Files.readString(project().resolve(PATH));
    Path file = folder.resolve(PATH);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);

    String diff = YamlSwitch.off(PATH, yaml, channel).orElseThrow();
    Process patch =
        new ProcessBuilder("git", "apply", "--unidiff-zero", "-")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    patch.getOutputStream().write(diff.getBytes(StandardCharsets.UTF_8));
    patch.getOutputStream().close();
    String said = new String(patch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(patch.waitFor()).as(said).isZero();
    String changed = Files.readString(file);
    assertThat(changed.replace("enabled: false", "enabled: true")).isEqualTo(yaml);
    int at = changed.indexOf("channelId: \"" + channel);
    assertThat(changed.substring(at, changed.indexOf("config:", at))).contains("enabled: false");
  }

  @Test
  void whatIsNotWrittenInTheUsualWayIsLeftAlone() {
    assertThat(YamlSwitch.off("p", "channels: [{channelId: a, enabled: true}]\n", "a")).isEmpty();
    assertThat(YamlSwitch.off("p", "channels:\n  - channelId: \"a\"\nenabled: true\n", "a"))
        .isEmpty();
    assertThat(YamlSwitch.off("p", "channels:\n  - channelId: \"a\"\n", "b")).isEmpty();
  }

  private static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("programs"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
