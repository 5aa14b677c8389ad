package com.ceap.scoring;

import java.util.ArrayList;
import java.util.List;

/** Which attributes of one place go to which slots. */
final class Columns {
  private final List<String> names = new ArrayList<>();
  private final List<Integer> slots = new ArrayList<>();

  void add(String name, int slot) {
    names.add(name);
    slots.add(slot);
  }

  List<String> names() {
    return names;
  }

  int[] slots() {
    int[] all = new int[slots.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = slots.get(i);
    }
    return all;
  }
}
