package com.ceap.storage.table;

import java.util.List;

/**
 * What must hold of the stored item for a write to happen. An item whose ttl has passed but that
 * was not deleted yet still counts as stored. A comparison with an absent attribute, or one of
 * another type, does not hold.
 */
public sealed interface Condition {

  /** Holds always: a blind write. */
  record Always() implements Condition {}

  /** The item exists. */
  record ItemExists() implements Condition {}

  /** The item has this attribute. */
  record Has(String attribute) implements Condition {}

  /** The attribute compares so with the value. */
  record Compare(String attribute, Is is, Value value) implements Condition {}

  /** All hold. */
  record AllOf(List<Condition> conditions) implements Condition {
    public AllOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one holds. */
  record AnyOf(List<Condition> conditions) implements Condition {
    public AnyOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition {}

  /** How an attribute compares with a value. */
  enum Is {
    EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST
  }

  Condition ALWAYS = new Always();
  Condition EXISTS = new ItemExists();
  Condition ABSENT = new Not(EXISTS);

  static Condition has(String attribute) {
    return new Has(attribute);
  }

  static Condition lacks(String attribute) {
    return new Not(has(attribute));
  }

  static Condition equal(String attribute, Value value) {
    return new Compare(attribute, Is.EQUAL, value);
  }

  static Condition compare(String attribute, Is is, Value value) {
    return new Compare(attribute, is, value);
  }

  static Condition all(Condition... conditions) {
    return new AllOf(List.of(conditions));
  }

  static Condition any(Condition... conditions) {
    return new AnyOf(List.of(conditions));
  }

  static Condition not(Condition condition) {
    return new Not(condition);
  }
}
