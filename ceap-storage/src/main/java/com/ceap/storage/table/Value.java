package com.ceap.storage.table;

import java.util.Arrays;
import java.util.List;

/** One attribute's value. Immutable; equal where DynamoDB would call them equal. */
public sealed interface Value
    permits Value.Text, Num, Value.Flag, Value.Bytes, Value.ListOf, Value.MapOf {

  /** Text, ordered by its UTF-8 bytes. */
  record Text(String text) implements Value {}

  /** True or false. */
  record Flag(boolean flag) implements Value {}

  /** Bytes; takes ownership of the array. */
  @SuppressWarnings("ArrayRecordComponent") // equality is by content, and a copy would cost
  record Bytes(byte[] bytes) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Bytes[" + bytes.length + "]";
    }
  }

  /** An ordered list of any values. */
  record ListOf(List<Value> values) implements Value {
    public ListOf {
      values = List.copyOf(values);
    }
  }

  /** A nested map. */
  record MapOf(Item item) implements Value {}

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(boolean flag) {
    return new Flag(flag);
  }

  static Value of(long number) {
    return Num.of(number);
  }

  static Value of(double number) {
    return Num.of(number);
  }
}
