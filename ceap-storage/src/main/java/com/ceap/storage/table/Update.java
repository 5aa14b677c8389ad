package com.ceap.storage.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes to single attributes of an item; an item that is absent comes into being. */
public record Update(List<Change> changes) {

  /** One attribute's change. */
  public sealed interface Change {
    String attribute();
  }

  /** The attribute becomes this value. */
  public record Put(String attribute, Value value) implements Change {}

  /** The attribute grows by this number, from 0 where it is absent. */
  public record Add(String attribute, Num number) implements Change {}

  /** The attribute goes away. */
  public record Drop(String attribute) implements Change {}

  public Update {
    changes = List.copyOf(changes);
    Set<String> names = new HashSet<>();
    for (Change change : changes) {
      if (!names.add(change.attribute())) {
        throw new IllegalArgumentException(
            "an update may change attribute '" + change.attribute() + "' only once");
      }
    }
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("an update must change something");
    }
  }

  public static Update of(Change... changes) {
    return new Update(List.of(changes));
  }

  public static Change put(String attribute, Value value) {
    return new Put(attribute, value);
  }

  public static Change add(String attribute, long number) {
    return new Add(attribute, Num.of(number));
  }

  public static Change drop(String attribute) {
    return new Drop(attribute);
  }
}
