package com.ceap.runtime.objects;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderObjectStoreIT extends ObjectStoreContract {
  @TempDir private Path folder;

  @Override
  protected ObjectStore store() {
    return new FolderObjectStore(folder);
  }

  @Test
  void noKeyLeadsOutOfTheFolder() {
    assertThatThrownBy(() -> store().open("../secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the key '../secret' leads out of the folder");
  }
}
