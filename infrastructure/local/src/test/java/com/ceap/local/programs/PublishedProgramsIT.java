package com.ceap.local.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.batch.Registries;
import com.ceap.local.bus.BusPrograms;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.programs.ProgramPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedProgramsIT {
  @TempDir private Path folder;
  private Path programs;
  private FolderObjectStore objects;
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

  private ObjectPrograms publish() {
    assertThat(new ProgramPublisher(objects, loader).publish(programs)).isEmpty();
    return new ObjectPrograms(objects, loader);
  }

  private Program write(String id, String bus) {
    return BusPrograms.listening(programs, id, true, bus, "source: [\"s\"]");
  }
}
