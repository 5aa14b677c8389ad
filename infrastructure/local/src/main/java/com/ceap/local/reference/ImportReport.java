package com.ceap.local.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of importing one file.
 *
 * @param rows rows read, bad ones included
 * @param rejected rows that could not be imported
 * @param problems the first few of them, each as {@code file:line: what is wrong}
 * @param rejects where all of them are listed, if there are any
 */
public record ImportReport(
    ReferenceKind kind,
    Path file,
    long rows,
    long rejected,
    List<String> problems,
    Optional<Path> rejects,
    double seconds) {
  public ImportReport {
    problems = List.copyOf(problems);
  }

  /** Rows that are in the store now, unless it knew later ones. */
  public long imported() {
    return rows - rejected;
  }
}
