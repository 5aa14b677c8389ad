package com.ceap.local.cli;

import com.ceap.local.reference.ImportReport;
import java.io.PrintWriter;
import java.util.Locale;

/** What came of an import, as a person reads it. */
final class ImportText {
  private ImportText() {}

  static void print(ImportReport report, PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d rows imported into %s in %.1f s",
            report.file(),
            report.imported(),
            report.rows(),
            report.kind().table(),
            report.seconds()));
    report.problems().forEach(problem -> out.println("  " + problem));
    report
        .rejects()
        .ifPresent(
            file ->
                out.println(
                    String.format(
                        Locale.ROOT, "  %,d bad rows are listed in %s", report.rejected(), file)));
  }
}
