package com.ceap.storage.table;

/** What a {@link Condition} and an {@link Update} mean, for stores that leave it to us. */
public final class Conditions {

  private Conditions() {}

  /**
   * Whether the condition holds of an item.
   *
   * @param stored {@link Item#EMPTY} where there is none
   */
  public static boolean hold(Condition condition, Item stored) {
    return switch (condition) {
      case Condition.Always _ -> true;
      case Condition.ItemExists _ -> !stored.isEmpty();
      case Condition.Has(String attribute) -> stored.has(attribute);
      case Condition.Compare compare -> compares(compare, stored);
      case Condition.AllOf(var all) -> all.stream().allMatch(c -> hold(c, stored));
      case Condition.AnyOf(var any) -> any.stream().anyMatch(c -> hold(c, stored));
      case Condition.Not(Condition inner) -> !hold(inner, stored);
    };
  }

  /** The item after the update; {@code stored} holds the key's attributes at least. */
  public static Item apply(Update update, Item stored) {
    Item.Builder after = Item.builder().withAll(stored);
    for (Update.Change change : update.changes()) {
      switch (change) {
        case Update.Put(String name, Value value) -> after.set(name, value);
        case Update.Drop(String name) -> after.remove(name);
        case Update.Add(String name, Num number) -> after.set(name, sum(stored, name, number));
      }
    }
    return after.build();
  }

  private static Num sum(Item stored, String name, Num number) {
    if (!stored.has(name)) {
      return number;
    }
    return Num.of(stored.number(name).toBigDecimal().add(number.toBigDecimal()));
  }

  private static boolean compares(Condition.Compare compare, Item stored) {
    int position = stored.position(compare.attribute());
    if (position < 0) {
      return false;
    }
    Value found = stored.value(position);
    if (compare.is() == Condition.Is.EQUAL) {
      return found.equals(compare.value());
    }
    if (found instanceof Num a && compare.value() instanceof Num b) {
      return matches(compare.is(), a.compareTo(b));
    }
    if (found instanceof Value.Text(String a) && compare.value() instanceof Value.Text(String b)) {
      return matches(compare.is(), Utf8Order.compare(a, b));
    }
    return false;
  }

  private static boolean matches(Condition.Is is, int order) {
    return switch (is) {
      case EQUAL -> order == 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
