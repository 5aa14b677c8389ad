package com.ceap.lambdas.export;

import java.time.LocalDate;
import java.util.List;

/**
 * What an export has done.
 *
 * @param erasedCustomers how many were erased on the day
 * @param rewrittenFiles files of other days that held rows of theirs
 */
public record ExportReport(
    LocalDate day, List<ExportedDay> days, int erasedCustomers, int rewrittenFiles) {
  public ExportReport {
    days = List.copyOf(days);
  }

  /** Of all tables. */
  public long rows() {
    return days.stream().mapToLong(ExportedDay::rows).sum();
  }

  public long rows(ExportTable table) {
    return days.stream().filter(d -> d.table() == table).mapToLong(ExportedDay::rows).sum();
  }
}
