package com.ceap.local.bench.reactive;

import java.util.Arrays;

/** What is measured; each is a process of its own. */
enum ReactivePart {
  CORE("core"),
  STORAGE("storage");

  private final String id;

  ReactivePart(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  static ReactivePart of(String id) {
    return Arrays.stream(values())
        .filter(part -> part.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no measurement '" + id + "'"));
  }
}
