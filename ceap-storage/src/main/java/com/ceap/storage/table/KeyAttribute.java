package com.ceap.storage.table;

/** The name and type of an attribute that takes part in a key. */
public record KeyAttribute(String name, Type type) {

  /** What a key attribute may hold. */
  public enum Type {
    TEXT,
    NUMBER
  }

  public static KeyAttribute text(String name) {
    return new KeyAttribute(name, Type.TEXT);
  }

  public static KeyAttribute number(String name) {
    return new KeyAttribute(name, Type.NUMBER);
  }
}
