package com.ceap.lambdas.changes;

import com.ceap.storage.table.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Where changes lie: {@code changes/{table}/dt={day}/hh={hour}/{sequence}.jsonl.gz}. */
final class ChangeKeys {
  private static final String ROOT = "changes/";

  private ChangeKeys() {}

  static String hour(TableDefinition table, boolean removed, Instant at) {
    OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
    return day(table, removed, time.toLocalDate()) + "hh=%02d/".formatted(time.getHour());
  }

  /**
   * Items that are gone are kept apart: who reads a day wants to know of them, also of later days.
   */
  static String day(TableDefinition table, boolean removed, LocalDate day) {
    return ROOT + table.name() + (removed ? "-removed" : "") + "/dt=" + day + "/";
  }

  static String object(String hour, Sequence first) {
    return hour + first.digits() + ".jsonl.gz";
  }
}
