package com.ceap.storage.table;

/** Which sort keys a query wants. */
public sealed interface SortRange {

  /** All of the partition. */
  record All() implements SortRange {}

  /** Text keys with this prefix. */
  record BeginsWith(String prefix) implements SortRange {}

  /** Both ends included; text by its UTF-8 bytes, numbers by value. */
  record Between(Value low, Value high) implements SortRange {}
}
