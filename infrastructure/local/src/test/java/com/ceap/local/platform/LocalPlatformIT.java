package com.ceap.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.model.Product;
import com.ceap.storage.Versioned;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalPlatformIT {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatWasStoredIsThereWhenTheFolderIsOpenedAgain() {
    keeps(StoreKind.EMBEDDED);
  }

  @Test
  void itIsThereOnDynamoDbLocalToo() {
    assumeThat(ProjectRoot.find().resolve("infrastructure/local/target/dynamodb-local/.complete"))
        .as("DynamoDB Local; `./ceap candidates --store dynamodb-local --customer C` fetches it")
        .exists();

    keeps(StoreKind.DYNAMODB_LOCAL);
  }

  @Test
  void dynamoDbLocalThatWasNotFetchedIsNamedWithWhatFetchesIt() {
    assertThatThrownBy(
            () ->
                LocalPlatform.open(
                    folder, StoreKind.DYNAMODB_LOCAL, folder, InstantSource.fixed(NOW)))
        .hasMessageContaining("DynamoDB Local is not in " + folder)
        .hasMessageContaining("./ceap fetches it where its command says --store dynamodb-local");
  }

  private void keeps(StoreKind kind) {
    Product lamp =
        new Product(
            "P1",
            Optional.of("Lamp"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            true);
    try (LocalPlatform platform = open(kind)) {
      platform.stores().products().importAll(List.of(new Versioned<>(lamp, NOW)));
    }
    try (LocalPlatform platform = open(kind)) {
      assertThat(platform.stores().products().products(Set.of("P1"))).containsValue(lamp);
    }
  }

  private LocalPlatform open(StoreKind kind) {
    return LocalPlatform.open(
        folder.resolve("data"), kind, ProjectRoot.find(), InstantSource.fixed(NOW));
  }
}
