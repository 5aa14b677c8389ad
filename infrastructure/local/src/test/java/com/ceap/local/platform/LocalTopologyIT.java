package com.ceap.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.QueueSpec;
import com.ceap.lambdas.topology.ScheduleSpec;
import com.ceap.lambdas.topology.Topology;
import com.ceap.local.jobs.JobWiring;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.LocalStages;
import com.ceap.local.reactive.StageWiring;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.storage.table.Key;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform is made of is here too: tables, queues and who works them off, and jobs. */
final class LocalTopologyIT {
  private static final Topology TOPOLOGY = Topology.PLATFORM;
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:30Z");

  @TempDir private Path data;

  private LocalPlatform platform;
  private LocalReactive reactive;

  @BeforeEach
  void open() {
    Path home = ProjectRoot.find();
    platform = LocalPlatform.open(data, StoreKind.EMBEDDED, home, InstantSource.fixed(NOW));
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    assertThat(new ProgramPublisher(platform.objects(), loader).publish(home.resolve("programs")))
        .isEmpty();
    reactive = new LocalReactive(platform);
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void everyTableIsThere() {
    assertThat(TOPOLOGY.tables())
        .allSatisfy(
            table -> {
              Key key = table.hasSortKey() ? Key.of("nobody", "nothing") : Key.of("nobody");
              assertThat(platform.tables().table(table).get(key)).isEmpty();
            });
  }

  @Test
  void everyQueueIsWorkedOff() {
    LocalStages stages =
        new StageWiring(
                LocalMessages.composing(
                    platform,
                    ProjectRoot.find().resolve("programs"),
                    URI.create("http://127.0.0.1:8080")))
            .make(platform, reactive);

    for (QueueSpec queue : TOPOLOGY.queues()) {
      assertThat(names(queue.kind())).isNotEmpty();
      assertThat(stages.byQueue().keySet()).as("%s", queue).containsAll(names(queue.kind()));
    }
  }

  private static List<String> names(QueueKind kind) {
    return switch (kind) {
      case EVENTS -> List.of(QueueNames.events("abandoned-cart-recovery"));
      case TOUCHES ->
          List.of(
              QueueNames.touches("email"), QueueNames.touches("sms"), QueueNames.touches("push"));
      case LIFECYCLE -> List.of(QueueNames.LIFECYCLE);
    };
  }

  @Test
  void everyJobOfTheTopologyIsDoneHere() {
    List<JobPlan> scheduled =
        TOPOLOGY.schedules().stream()
            .map(ScheduleSpec::plan)
            .filter(plan -> !plan.name().equals("sweep"))
            .toList();

    assertThat(JobWiring.registry(platform).plans()).containsAll(scheduled);
  }
}
