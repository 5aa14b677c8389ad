package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Template;

final class CfnLintIT {
  @TempDir private Path folder;

  @BeforeAll
  static void needsBoth() {
    NodeRuntime.assumeInstalled();
    CfnLint.assumeInstalled();
  }

  @Test
  void theTemplatesOfEveryEnvironmentAreInOrder() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String environment : List.of("dev", "prod")) {
      for (Map.Entry<String, Template> one : Synthesis.of(environment).templates().entrySet()) {
        files.add(write(environment + "-" + one.getKey(), one.getValue().toJSON()));
      }
    }

    CfnLint.Outcome outcome = CfnLint.check(files);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
  }

  @Test
  void aPropertyThatThereIsNotIsFound() throws IOException {
    Path wrong =
        write(
            "wrong",
            Map.of(
                "Resources",
                Map.of(
                    "queue",
                    Map.of("Type", "AWS::SQS::Queue", "Properties", Map.of("Quiet", true)))));

    assertThat(CfnLint.check(List.of(wrong)).text()).contains("Quiet");
  }

  private Path write(String name, Object template) throws IOException {
    Path file = folder.resolve(name + ".json");
    return Files.write(file, new ObjectMapper().writeValueAsBytes(template));
  }
}
