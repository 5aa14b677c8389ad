package com.ceap.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineLockTest {
  @TempDir private Path folder;

  @Test
  void oneAtATimeHasItAndTheNextLearnsWho() {
    Path file = folder.resolve("data/engine.lock");
    String pid = "process " + ProcessHandle.current().pid();
    try (EngineLock _ = EngineLock.take(file, "./ceap up")) {
      assertThat(EngineLock.tryTake(file, "./ceap publish")).isEmpty();
      assertThat(EngineLock.holder(file)).isEqualTo("./ceap up, " + pid);
      assertThatThrownBy(() -> EngineLock.take(file, "./ceap up"))
          .isInstanceOfSatisfying(
              CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLATFORM_RUNNING))
          .hasMessage(
              "the platform in %s is being run by ./ceap up, %s; end that, or use another --data"
                  + " folder",
              file.getParent(), pid);
    }
    EngineLock.take(file, "./ceap demo").close();
    assertThat(EngineLock.holder(file)).startsWith("./ceap demo, ");
  }

  @Test
  void whoeverHadItLastIsUnknownInANewFolder() {
    assertThat(EngineLock.holder(folder.resolve("engine.lock"))).isEmpty();
  }
}
