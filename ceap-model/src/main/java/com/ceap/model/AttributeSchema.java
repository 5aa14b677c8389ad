package com.ceap.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a row's attributes in their order; shared by all rows of one source, so that a row
 * costs one array.
 */
public final class AttributeSchema {
  public static final AttributeSchema EMPTY = new AttributeSchema(List.of());

  /** So many are found sooner by looking at one after the other. */
  private static final int FEW = 8;

  private final List<String> names;
  private final Map<String, Integer> positions;

  public AttributeSchema(List<String> names) {
    this.names = List.copyOf(names);
    this.positions = this.names.size() <= FEW ? Map.of() : positions(this.names);
    requireDistinct();
  }

  private static Map<String, Integer> positions(List<String> names) {
    Map<String, Integer> byName = HashMap.newHashMap(names.size());
    for (String name : names) {
      byName.put(name, byName.size());
    }
    return byName;
  }

  private void requireDistinct() {
    for (int i = 0; i < names.size(); i++) {
      if (position(names.get(i)) != i) {
        throw new IllegalArgumentException("attribute '" + names.get(i) + "' is named twice");
      }
    }
  }

  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  /** The position of an attribute, or −1 where the row has none of that name. */
  public int position(String name) {
    if (names.size() <= FEW) {
      return names.indexOf(name);
    }
    Integer position = positions.get(name);
    return position == null ? -1 : position;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof AttributeSchema that && names.equals(that.names));
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
