package com.ceap.scoring;

import static com.ceap.scoring.Samples.model;
import static com.ceap.scoring.Samples.program;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.program.Program;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostedModelsTest {
  private final HostedModels models =
      new HostedModels(
          new ScriptedModels().echoing("taste", "x").echoing("trust", "x").providers(),
          new Breakers(InstantSource.system()));

  @Test
  void programsThatTakeTurnsAreMadeReadyOnce() {
    Program common = program("reviews", model("taste", "x"));
    Program german = program("reviews", model("trust", "x"));
    HostedModels.HostedProgram first = models.of(common);
    HostedModels.HostedProgram second = models.of(german);
    assertThat(models.of(common)).isSameAs(first);
    assertThat(models.of(german)).isSameAs(second).isNotSameAs(first);
  }

  @Test
  void aNewVersionKeepsTheModelsThatStayedTheSame() {
    HostedModels.HostedProgram old = models.of(program("reviews", model("taste", "x")));
    HostedModels.HostedProgram now = models.of(program("reviews", model("taste", "x")));
    assertThat(now.models()).hasSize(1);
    assertThat(now.models().getFirst()).isSameAs(old.models().getFirst());
  }

  @Test
  void versionsThatNobodyAsksForAreForgottenInTheEnd() {
    Program program = program("reviews", model("taste", "x"));
    HostedModels.HostedProgram first = models.of(program);
    IntStream.range(0, HostedModels.MOST_PROGRAMS)
        .forEach(_ -> models.of(program("reviews", model("taste", "x"))));
    assertThat(models.of(program)).isNotSameAs(first).isEqualTo(models.of(program));
  }
}
