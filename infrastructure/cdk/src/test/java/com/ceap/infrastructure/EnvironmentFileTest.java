package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentFileTest {
  @TempDir private Path folder;

  @Test
  void theEnvironmentsOfTheProjectAreValid() {
    Environment dev = EnvironmentFile.read(Path.of("environments"), "dev");
    Environment prod = EnvironmentFile.read(Path.of("environments"), "prod");

    assertThat(dev.deletionProtection()).isFalse();
    assertThat(prod.deletionProtection()).isTrue();
    assertThat(prod.prefix()).isEqualTo("ceap-prod-");
  }

  @Test
  void accountAndRegionPinTheTarget() throws IOException {
    write(
        """
        account: "012345678901"
        region: eu-west-1
        deletionProtection: true
        indexShards: 8
        runRetentionDays: 30
        """);

    assertThat(EnvironmentFile.read(folder, "test"))
        .isEqualTo(
            new Environment(
                "test", Optional.of("012345678901"), Optional.of("eu-west-1"), true, 8, 30));
  }

  @Test
  void everyProblemIsNamedAtOnce() throws IOException {
    write(
        """
        account: 12345
        region: Ireland
        deletionProtecton: true
        indexShards: 0
        """);

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            folder.resolve("test.yaml")
                + """
                :
                  account: must be the twelve digits of an account, quoted, was 12345
                  region: must be a region such as eu-west-1, was Ireland
                  deletionProtection: must be true or false, was absent
                  indexShards: must be 1 to 1000, was 0
                  runRetentionDays: must be 1 to 3650, was absent
                  deletionProtecton: unknown key; known are [account, deletionProtection, \
                indexShards, region, runRetentionDays]""");
  }

  @Test
  void anEnvironmentWithoutAFileIsNamed() {
    assertThatThrownBy(() -> EnvironmentFile.read(folder, "staging"))
        .hasMessage(folder.resolve("staging.yaml") + ":\n  there is no such file");
  }

  @Test
  void whatIsNoYamlIsNamedWithItsPlace() throws IOException {
    write("indexShards: [1");

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("test.yaml:\n  is no YAML: ")
        .hasMessageContaining("line 1");
  }

  @Test
  void aFileWithoutKeysIsNoEnvironment() throws IOException {
    write("- 1");

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .hasMessage(folder.resolve("test.yaml") + ":\n  must hold keys and values");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("test.yaml"), yaml);
  }
}
