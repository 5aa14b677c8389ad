package com.ceap.local.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.batch.Registries;
import com.ceap.local.bus.BusPrograms;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.programs.Pointer;
import com.ceap.runtime.programs.ProgramKeys;
import com.ceap.runtime.programs.ProgramNews;
import com.ceap.runtime.programs.ProgramPublisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedProgramsIT {
  @TempDir private Path folder;
  private Path programs;
  private FolderObjectStore objects;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private final List<String> told = new ArrayList<>();
  private final ProgramLoader loader = new ProgramLoader(Registries.load().extensions());

  @BeforeEach
  void makeFolder() throws IOException {
    programs = Files.createDirectories(folder.resolve("programs"));
    objects = new FolderObjectStore(folder.resolve("data"));
  }

  @Test
  void everyVersionIsKeptAndTheNewestPointedTo() {
    Program first = write("carts", "bus-1");
    publish();
    Program second = write("carts", "bus-2");
    ObjectPrograms published = publish();

    assertThat(published.newest()).containsExactly(second);
    assertThat(published.newest("carts")).contains(second);
    assertThat(published.find("carts", first.version())).contains(first);
    assertThat(published.find("carts", second.version())).contains(second);
    assertThat(published.find("carts", "other")).isEmpty();
    assertThat(published.find("other", first.version())).isEmpty();
  }

  @Test
  void goingBackToAnEarlierVersionMakesItTheNewest() {
    Program first = write("carts", "bus-1");
    publish();
    write("carts", "bus-2");
    publish();
    write("carts", "bus-1");

    assertThat(publish().newest()).containsExactly(first);
  }

  @Test
  void aFileThatIsNotValidIsReportedAndItsPublishedVersionGoesOn() throws IOException {
    Program before = write("carts", "bus-1");
    Program other = write("thanks", "bus-1");
    publish();
    Files.writeString(programs.resolve("carts.yaml"), "programId: 7\nenabeld: true\n");
    Files.writeString(programs.resolve("new.yaml"), "programId: \"new\"\n");

    List<String> problems = new ProgramPublisher(objects, loader).publish(programs);

    assertThat(problems)
        .anyMatch(problem -> problem.contains("carts.yaml:2: enabeld: unknown key"))
        .anyMatch(problem -> problem.contains("new.yaml"));
    assertThat(new ObjectPrograms(objects, loader).newest()).containsExactly(before, other);
  }

  @Test
  void aProgramWhoseFileIsGoneIsWithdrawnButItsJourneysFindIt() throws IOException {
    Program carts = write("carts", "bus-1");
    Program thanks = write("thanks", "bus-1");
    publish();
    Files.delete(programs.resolve("carts.yaml"));

    ObjectPrograms published = publish();

    assertThat(published.newest()).containsExactly(thanks);
    assertThat(published.newest("carts")).isEmpty();
    assertThat(published.find("carts", carts.version())).contains(carts);
  }

  @Test
  void whatLiesInFoldersBelowIsNotPublished() throws IOException {
    write("carts", "bus-1");
    Files.createDirectories(programs.resolve("examples"));
    Files.writeString(programs.resolve("examples/x.yaml"), "no program");

    assertThat(new ProgramPublisher(objects, loader).publish(programs)).isEmpty();
  }

  @Test
  void publishingAgainChangesNothing() throws IOException {
    write("carts", "bus-1");
    publish();
    publish();

    assertThat(objects.list("programs/")).hasSize(2);
  }

  @Test
  void aNewVersionIsTakenUpWithinHalfAMinuteAndSoIsGoingBack() throws IOException {
    Program first = write("carts", "bus-1");
    publish();
    ObjectPrograms running = running();
    assertThat(running.newest("carts")).contains(first);
    Program second = write("carts", "bus-2");
    publish();

    assertThat(running.newest("carts")).contains(first);
    now = now.plus(ObjectPrograms.LIFE);
    assertThat(running.newest("carts")).contains(second);
    assertThat(running.find("carts", first.version())).contains(first);

    point("carts", first.version());
    running.expire();
    assertThat(running.newest("carts")).contains(first);
    assertThat(told).isEmpty();
  }

  @Test
  void aVersionThatCannotBeReadLeavesTheOneBeforeInPlaceAndIsToldAtEveryLook() throws IOException {
    Program good = write("carts", "bus-1");
    Program other = write("thanks", "bus-1");
    publish();
    ObjectPrograms running = running();
    assertThat(running.newest()).containsExactly(good, other);
    objects.put("programs/carts/broken.yaml", out -> out.write('7'));

    point("carts", "broken");
    now = now.plus(ObjectPrograms.LIFE);
    assertThat(running.newest()).containsExactly(good, other);
    point("carts", "never-published");
    now = now.plus(ObjectPrograms.LIFE);
    assertThat(running.newest("carts")).contains(good);

    assertThat(told).containsExactly("carts: PROGRAM_INVALID", "carts: PROGRAM_INVALID");
  }

  @Test
  void whoNeverSawAGoodVersionFailsRatherThanTakesItForWithdrawn() throws IOException {
    write("carts", "bus-1");
    publish();
    point("carts", "never-published");
    ObjectPrograms starting = running();

    assertThatThrownBy(() -> starting.newest("carts"))
        .hasMessage(
            "the pointer of program carts names version never-published, which is not published");
    assertThat(starting.newest("thanks")).isEmpty();
  }

  private ObjectPrograms running() {
    return ObjectPrograms.refreshed(
        objects,
        loader,
        () -> now,
        new ProgramNews() {
          @Override
          public void unreadable(String programId, RuntimeException why) {
            told.add(programId + ": " + ((CeapException) why).code());
          }

          @Override
          public void unreachable(RuntimeException why) {
            told.add("unreachable");
          }
        });
  }

  private void point(String programId, String version) throws IOException {
    objects.put(
        ProgramKeys.pointer(programId),
        out -> out.write(new Pointer(version, programId).text().getBytes(StandardCharsets.UTF_8)));
  }

  private ObjectPrograms publish() {
    assertThat(new ProgramPublisher(objects, loader).publish(programs)).isEmpty();
    return new ObjectPrograms(objects, loader);
  }

  private Program write(String id, String bus) {
    return BusPrograms.listening(programs, id, true, bus, "source: [\"s\"]");
  }
}
