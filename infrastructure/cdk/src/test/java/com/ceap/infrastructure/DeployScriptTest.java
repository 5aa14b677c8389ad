package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script with stand-ins for the command lines of AWS and CDK, which note what is asked. */
final class DeployScriptTest {
  private static final Path SCRIPT = Path.of("../deploy-cdk.sh").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private record Outcome(int exit, String text, List<String> cdk) {}

  @BeforeEach
  void standIns() throws IOException {
    command("node", "echo v22.20.0\n");
    command(
        "npx",
        """
        echo "$@" >> "$HOME/asked"
        case "$*" in
          *synth*broken*) echo "programs/a.yaml:3: wrong" >&2; exit 1 ;;
          *" list "*) printf 'Storage\\nServeWorkflow\\nProgram-a\\n' ;;
        esac
        """);
    command(
        "aws",
        """
        case "$*" in
          *get-caller-identity*) [ ! -e "$HOME/nobody" ] || exit 1 ;;
          *get-parameter*) [ ! -e "$HOME/no-keys" ] || exit 1 ;;
          *list-stacks*) echo "ceap-dev-Program-a ceap-dev-Program-gone" ;;
        esac
        """);
  }

  @Test
  void everythingIsDeployedWithTheCommandLineThatIsPinned() throws Exception {
    Outcome outcome = run("-e", "dev");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.cdk())
        .containsExactly(
            "--yes aws-cdk@2.1148.1 synth --quiet -c env=dev",
            "--yes aws-cdk@2.1148.1 list --app cdk.out",
            "--yes aws-cdk@2.1148.1 deploy --app cdk.out --all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void whoAsksForHelpIsHelped(String flag) throws Exception {
    Outcome outcome = run(flag);

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.text()).startsWith("usage: infrastructure/deploy-cdk.sh -e ENV");
  }

  @Test
  void oneStackIsDeployedAlone() throws Exception {
    assertThat(run("-e", "dev", "-s", "Program-a").cdk())
        .endsWith("--yes aws-cdk@2.1148.1 deploy --app cdk.out --exclusively Program-a");
  }

  @Test
  void aDiffDeploysNothing() throws Exception {
    assertThat(run("-e", "dev", "-d").cdk())
        .endsWith("--yes aws-cdk@2.1148.1 diff --app cdk.out")
        .noneMatch(call -> call.contains(" deploy "));
  }

  @Test
  void whoeverAsksForServeWorkflowLearnsWhereChannelsDeploy() throws Exception {
    assertThat(run("-e", "dev", "-s", "ServeWorkflow").text())
        .contains("a new channel's code deploys with -s ChannelWorkflow");
  }

  @Test
  void aStackThatThereIsNotIsNamedWithThoseThatThereAre() throws Exception {
    Outcome outcome = run("-e", "dev", "-s", "ServeWorkfow");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text())
        .contains("there is no stack 'ServeWorkfow'; there are Storage ServeWorkflow Program-a");
  }

  @Test
  void whatCannotBeSynthesisedIsNotDeployed() throws Exception {
    Outcome outcome = run("-e", "broken");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text())
        .contains("programs/a.yaml:3: wrong", "nothing was deployed; the lines above say why");
    assertThat(outcome.cdk()).hasSize(1);
  }

  @Test
  void withoutCredentialsNothingIsDeployed() throws Exception {
    Files.createFile(folder.resolve("nobody"));

    Outcome outcome = run("-e", "dev");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text())
        .contains(
            "there are no valid credentials; log in (aws sso login) or name a profile with -p");
    assertThat(outcome.cdk()).noneMatch(call -> call.contains(" deploy "));
  }

  @Test
  void withoutKeysForLinksNothingIsDeployed() throws Exception {
    Files.createFile(folder.resolve("no-keys"));

    Outcome outcome = run("-e", "dev");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text()).contains("the parameter /ceap/dev/keys is not there");
  }

  @Test
  void aNodeThatTheCommandLineDoesNotTakeIsNamedWithOneThatItDoes() throws Exception {
    command("node", "echo v16.20.2\n");

    Outcome outcome = run("-e", "dev");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text())
        .contains("this is Node.js 16.20.2, and the CDK command line needs version 18 or later");
    assertThat(outcome.cdk()).isEmpty();
  }

  @Test
  void thePageAndThePackageNameTheSameNode() throws Exception {
    assertThat(Files.readString(SCRIPT.resolveSibling("cdk/package.json")))
        .contains("\"node\": \">=18\"");
    assertThat(Files.readString(SCRIPT.resolveSibling("../docs/how-to/deploy.md").normalize()))
        .contains("| Node.js 18 or later");
  }

  @Test
  void aProgramThatIsGoneIsKeptAndTold() throws Exception {
    assertThat(run("-e", "dev").text())
        .contains(
            "the program of ceap-dev-Program-gone is no longer in programs/; its stack and its data"
                + " are kept",
            "aws cloudformation delete-stack --stack-name ceap-dev-Program-gone")
        .doesNotContain("ceap-dev-Program-a is");
  }

  @Test
  void withoutAnEnvironmentItSaysWhatIsMissing() throws Exception {
    Outcome outcome = run();

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text()).contains("name an environment with -e");
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    assertThat(run("--help").text())
        .contains("-e ENV", "-r REGION", "-p PROFILE", "-s STACK", "-d ", "-b ");
  }

  private void command(String name, String body) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().put("HOME", folder.toString());
    process.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    Process script = process.redirectErrorStream(true).start();
    String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(script.waitFor(), text, asked());
  }

  private List<String> asked() throws IOException {
    Path asked = folder.resolve("asked");
    try (Stream<String> lines = Files.exists(asked) ? Files.lines(asked) : Stream.empty()) {
      return lines.toList();
    }
  }
}
