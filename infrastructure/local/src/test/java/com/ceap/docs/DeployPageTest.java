package com.ceap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.cost.CostReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the counts and the costs of the page to what the code asks of AWS. */
final class DeployPageTest {
  private static final Path PAGE = ProjectRoot.find().resolve("docs/how-to/deploy.md");

  @TempDir private Path folder;

  @Test
  void thePageHasTheCountsAndCostsOfTheCodeAsItIs() throws IOException {
    CostReport report = CostReport.make(ProjectRoot.find(), folder);
    String page = Files.readString(PAGE);
    page = filled(page, "batch", report.batch());
    page = filled(page, "event", report.event());
    page = filled(page, "counts", report.counts());
    page = filled(page, "prices", report.prices());

    Generated.check(PAGE, page);
    assertThat(report.batchDollars()).as("required of a batch").isLessThanOrEqualTo(2.50);
    assertThat(report.eventDollars()).as("required of an event").isLessThanOrEqualTo(0.0001);
  }

  /** Puts a text between the page's marks of a name. */
  private static String filled(String page, String name, String text) {
    String start = "<!-- counted: " + name + " -->\n";
    int from = page.indexOf(start);
    int to = page.indexOf("<!-- end -->", from);
    assertThat(from).as("the mark %s in %s", start, PAGE).isNotNegative();
    assertThat(to).as("the end of the mark %s in %s", start, PAGE).isGreaterThan(from);
    return page.substring(0, from + start.length()) + "\n" + text + "\n" + page.substring(to);
  }
}
