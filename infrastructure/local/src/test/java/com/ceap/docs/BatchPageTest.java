package com.ceap.docs;

import com.ceap.architecture.ProjectRoot;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BatchPageTest {
  private static final Path ROOT = ProjectRoot.find();
  private static final Path PAGE = ROOT.resolve("docs/concepts/batch.md");
  private static final Path DEFINITION =
      ROOT.resolve("ceap-lambdas/src/main/resources/com/ceap/lambdas/topology/batch.asl.json");
  private static final String BEGIN = "<!-- state machine -->\n";
  private static final String END = "<!-- end of state machine -->";

  @Test
  void theDiagramIsDrawnFromTheDefinition() throws IOException {
    String page = Files.readString(PAGE);
    String diagram = StateDiagram.of(new ObjectMapper().readTree(DEFINITION.toFile()));
    String expected =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + "```mermaid\n"
            + diagram
            + "```\n"
            + page.substring(page.indexOf(END));

    Generated.check(PAGE, expected);
  }
}
