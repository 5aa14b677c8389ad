package com.ceap.local.bench;

import java.util.Arrays;

/** What is measured, in the order of a round; each is a process of its own. */
enum BenchKind {
  FUSED("fused", "fused dry run"),
  STAGED("staged", "staged dry run (objects between stages)"),
  ONE_CHUNK("one-chunk", "fused dry run, everything in one chunk"),
  LOOP("loop", "floor: single-purpose Java loop"),
  SQL("sql", "floor: one DuckDB SQL"),
  WHOLE("whole", "whole run, hosted models, with Store"),
  STORE("store", "Store alone, SQLite"),
  BARE_STORE("bare-store", "floor: bare JDBC batch of its rows");

  private final String id;
  private final String title;

  BenchKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** Whether it keeps all rows at once, so that the platform's small heap would not do. */
  boolean holdsAll() {
    return switch (this) {
      case ONE_CHUNK, LOOP, STORE, BARE_STORE -> true;
      case FUSED, STAGED, SQL, WHOLE -> false;
    };
  }

  static BenchKind of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no measurement '" + id + "'"));
  }
}
