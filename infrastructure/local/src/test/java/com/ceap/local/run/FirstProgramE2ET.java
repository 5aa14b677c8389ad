package com.ceap.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a newcomer to do. */
class FirstProgramE2ET {
  @TempDir Path data;

  @Test
  void theFirstProgramOfTheReadmeRuns() {
    RunSummary run =
        LocalRuns.run(
            data,
            LocalRuns.program("first-program"),
            LocalRuns.home().resolve("programs/examples/first-program"));
    assertThat(run.problem()).isEmpty();
    assertThat(run.state()).isEqualTo(RunState.COMPLETE);
    assertThat(run.raw()).isEqualTo(7);
    assertThat(run.recordReasons()).isEqualTo(Map.of("MISSING_CUSTOMER", 1L));
    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(run.stored()).isEqualTo(4);
    assertThat(LocalRuns.stored(data, "first-program", "in-app").keySet())
        .anyMatch(key -> key.contains("Zoë"));
  }
}
