package com.ceap.infrastructure.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.infrastructure.construct.Publication;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.lambdas.batch.Registries;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramFolderTest {
  private static final Path PROGRAMS = Path.of("../../programs");

  private final Environment dev = EnvironmentFile.read(Path.of("environments"), "dev");

  @TempDir private Path folder;

  @Test
  void theProjectsProgramsAreRead() {
    assertThat(read(PROGRAMS))
        .extracting(source -> source.program().programId())
        .containsExactly("abandoned-cart-recovery", "product-recommendations");
  }

  @Test
  void everyProblemOfEveryFileIsToldInTheLoadersWords() throws IOException {
    write("a.yaml", carts().replace("batchSchedule", "x") + "candidateTTLDay: 7\n");
    write("b.yaml", carts().replace("type: \"trust\"", "type: \"trst\""));

    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining("a.yaml:")
        .hasMessageContaining("did you mean 'candidateTTLDays'?")
        .hasMessageContaining("b.yaml:")
        .hasMessageContaining("'trst'");
  }

  @Test
  void twoProgramsOfOneIdAreRefused() throws IOException {
    write("a.yaml", carts());
    write("b.yaml", carts());

    assertThatThrownBy(() -> read(folder))
        .hasMessage(
            "%s: programId: the program 'abandoned-cart-recovery' stands in %s already;"
                + " give each its own id",
            folder.resolve("b.yaml"), folder.resolve("a.yaml"));
  }

  @Test
  void anIdThatMakesNamesTooLongForAwsIsRefusedWithHowMuch() throws IOException {
    write("a.yaml", named("a-recovery-of-carts-that-somebody-left-behind-in-the-shop"));

    assertThatThrownBy(() -> read(folder))
        .hasMessage(
            "a.yaml: programId: the role"
                + " 'ceap-dev-scheduler-a-recovery-of-carts-that-somebody-left-behind-in-the-shop'"
                + " would have 76 characters; AWS takes 64, so shorten the id by 12");
  }

  @Test
  void anOwnerWithoutAnAddressAndABusThatThereIsNotAreNamed() throws IOException {
    write(
        "a.yaml",
        carts()
            .replace("owner: \"sales\"", "owner: \"sale\"")
            .replace("\"ecommerce-platform\"", "\"ecommerce\""));

    assertThatThrownBy(() -> read(folder))
        .hasMessage(
            """
            a.yaml: owner: 'sale' has no address in environments/dev.yaml under alarmEmails; \
            did you mean 'sales'?
            a.yaml: eventSources, cart-abandonment-events: the bus 'ecommerce' is not in \
            environments/dev.yaml under eventBuses; there are ecommerce-platform""");
  }

  @Test
  void aFileThatIsTooLargeToBePublishedIsRefused() throws IOException {
    write("a.yaml", carts() + "# and so on\n".repeat(5_000));

    assertThatThrownBy(() -> read(folder))
        .hasMessageContaining("a.yaml: the file has ")
        .hasMessageContaining("at most %,d can be published".formatted(Publication.LARGEST));
  }

  private List<ProgramSource> read(Path programs) {
    return new ProgramFolder(new ProgramLoader(Registries.load().extensions()), dev).read(programs);
  }

  private static String carts() throws IOException {
    return Files.readString(PROGRAMS.resolve("abandoned-cart-recovery.yaml"));
  }

  private static String named(String id) throws IOException {
    return carts().replace("programId: \"abandoned-cart-recovery\"", "programId: \"" + id + "\"");
  }

  private void write(String file, String yaml) throws IOException {
    Files.writeString(folder.resolve(file), yaml);
  }
}
