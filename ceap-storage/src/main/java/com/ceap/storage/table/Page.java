package com.ceap.storage.table;

import java.util.List;

/** Some of a query's items, possibly none although more follow, and where to go on. */
public record Page(List<Item> items, Position next) {
  public Page {
    items = List.copyOf(items);
  }

  public boolean last() {
    return next instanceof Position.End;
  }
}
