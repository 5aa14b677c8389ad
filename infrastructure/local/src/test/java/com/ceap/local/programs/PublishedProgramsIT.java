package com.ceap.local.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.batch.Registries;
import com.ceap.local.bus.BusPrograms;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
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

    assertThat(published.newest().all()).containsExactly(second);
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

    assertThat(publish().newest().all()).containsExactly(first);
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
    assertThat(new ObjectPrograms(objects, loader).newest().all()).containsExactly(before, other);
  }

  @Test
  void aProgramWhoseFileIsGoneIsWithdrawnButItsJourneysFindIt() throws IOException {
    Program carts = write("carts", "bus-1");
    Program thanks = write("thanks", "bus-1");
    publish();
    Files.delete(programs.resolve("carts.yaml"));

    ObjectPrograms published = publish();

    assertThat(published.newest().all()).containsExactly(thanks);
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
    assertThat(running.newest().all()).containsExactly(good, other);
    objects.put("programs/carts/broken.yaml", out -> out.write('7'));

    point("carts", "broken");
    now = now.plus(ObjectPrograms.LIFE);
    assertThat(running.newest().all()).containsExactly(good, other);
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
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROGRAM_UNREADABLE))
        .hasMessage(
            "program carts cannot be read as it is published, and no earlier version is known here:"
                + " the pointer of program carts names version never-published, which is not"
                + " published");
    assertThat(starting.newest("unknown")).isEmpty();
  }

  @Test
  void aProgramThatNobodyCanReadKeepsNoOtherFromItsWork() throws IOException {
    Program good = write("thanks", "bus-1");
    write("carts", "bus-1");
    write("vips", "bus-1");
    publish();
    objects.put("programs/carts/broken.yaml", out -> out.write('7'));
    point("carts", "broken");
    objects.delete(ProgramKeys.pointer("vips"));
    ObjectPrograms starting = running();

    assertThat(starting.newest().readable()).containsExactly(good);
    assertThat(starting.newest().unreadable().keySet()).containsExactly("carts");
    assertThat(starting.newest("thanks")).contains(good);
    assertThat(starting.newest("vips")).as("withdrawn").isEmpty();
    assertThat(told).containsExactly("carts: PROGRAM_INVALID");
    assertThatThrownBy(() -> starting.newest().all())
        .hasMessageStartingWith("program carts cannot be read as it is published");
    assertThatThrownBy(() -> new ObjectPrograms(objects, loader))
        .as("alone on its machine it would lose the program's events")
        .hasMessageStartingWith("program carts cannot be read as it is published");

    write("carts", "bus-2");
    publish();
    now = now.plus(ObjectPrograms.LIFE);
    assertThat(starting.newest().all()).hasSize(3);
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
