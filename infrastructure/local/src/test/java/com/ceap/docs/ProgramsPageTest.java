package com.ceap.docs;

import com.ceap.architecture.ProjectRoot;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ProgramsPageTest {
  @Test
  void thePageHasEveryKeyThatTheLoaderReads() throws IOException {
    Generated.check(ProjectRoot.find().resolve("docs/reference/programs.md"), ProgramsPage.text());
  }
}
