package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.infrastructure.program.DeploymentException;
import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.runtime.programs.ProgramKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

final class ProgramStackTest {
  private static final String RECOMMENDATIONS = "Program-product-recommendations";
  private static final String CARTS = "Program-abandoned-cart-recovery";

  private static Environment environment;
  private static List<ProgramSource> programs;
  private static Synthesis dev;

  @BeforeAll
  static void synthesise() {
    NodeRuntime.assumeInstalled();
    environment = EnvironmentFile.read(Path.of("environments"), "dev");
    programs = Synthesis.programs(environment, Synthesis.PROGRAMS);
    dev = Synthesis.of(environment, programs, _ -> {});
  }

  @Test
  void aVersionIsPublishedForGoodAndThenPointedTo() {
    ProgramSource source = programs.getLast();
    String version = source.program().version();
    List<Map<String, Object>> texts = Resources.of(dev.template(RECOMMENDATIONS), "Custom::Text");
    List<Map<String, Object>> pointers =
        Resources.of(dev.template(RECOMMENDATIONS), "Custom::Pointer");

    assertThat(texts).hasSize(1);
    assertThat(texts.getFirst().toString())
        .contains(ProgramKeys.version("product-recommendations", version), "batchSchedule");
    assertThat(texts.getFirst()).doesNotContainKey("Delete");
    assertThat(pointers.getFirst().toString())
        .contains(ProgramKeys.pointer("product-recommendations"), version + "\\n", source.file());
    assertThat(pointers.getFirst().get("Delete").toString()).contains("deleteObject");
  }

  @Test
  void aChangedProgramChangesNoOtherStack() {
    ProgramSource first = programs.getFirst();
    ProgramSource changed =
        new ProgramSource(first.program(), first.file(), first.content() + "# changed\n");
    Synthesis after = Synthesis.of(environment, List.of(changed, programs.getLast()), _ -> {});

    after
        .templates()
        .forEach(
            (title, template) -> {
              boolean same = template.toJSON().equals(dev.template(title).toJSON());
              assertThat(same).as(title).isEqualTo(!title.equals(CARTS));
            });
  }

  @Test
  void noStackImportsFromAnother() {
    for (Template template : dev.templates().values()) {
      assertThat(template.toJSON().toString()).doesNotContain("Fn::ImportValue");
    }
  }

  @Test
  void aProgramsStackNeedsNoOtherPrograms() {
    Stack carts = dev.stacks().get(CARTS);

    assertThat(carts.getDependencies())
        .extracting(stack -> stack.getNode().getId())
        .isNotEmpty()
        .noneMatch(title -> title.startsWith("Program-"));
  }

  @Test
  void everythingOfAProgramIsTaggedForItsCosts() {
    assertThat(dev.stacks().get(CARTS).getTags().tagValues())
        .containsEntry("program", "abandoned-cart-recovery")
        .containsEntry("owner", "sales")
        .containsEntry("environment", "dev");
  }

  @Test
  void withoutZipsItIsSaidWhatBuildsThem(@TempDir Path project) {
    assertThatThrownBy(() -> new ZipCode(project))
        .isInstanceOf(DeploymentException.class)
        .hasMessage(
            """
            ceap-lambdas/target/ceap-lambdas-function.zip is not there; \
            ./mvnw -Pquick -pl ceap-lambdas -am package builds it
            infrastructure/export/target/ceap-export-function.zip is not there; \
            ./mvnw -Pquick -pl infrastructure/export -am package builds it
            ceap-serving-api/target/ceap-serving-api-function.zip is not there; \
            ./mvnw -Pquick -pl ceap-serving-api -am package builds it""");
  }

  @Test
  void noTemplateNamesAnAccountOrARegion() {
    dev.templates()
        .forEach(
            (title, template) ->
                assertThat(template.toJSON().toString())
                    .as(title)
                    .doesNotContainPattern(":(us|eu|ap)-[a-z]+-\\d:"));
  }
}
