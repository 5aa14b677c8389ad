package com.ceap.lambdas.etl;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A total order over the rows of one source, by which the survivor among rows of one customer and
 * subject is chosen: the latest, then the most engaged, then by the remaining attributes in the
 * order of their names. Rows that compare equal hold the same values, so the choice does not depend
 * on the order of the input.
 */
final class RecordOrder {
  private static final List<String> FIRST =
      List.of("timestamp", "view_count", "time_spent", "add_to_cart");

  private final int[] positions;

  RecordOrder(AttributeSchema schema) {
    List<String> names = new ArrayList<>(FIRST);
    schema.names().stream().sorted().filter(name -> !FIRST.contains(name)).forEach(names::add);
    this.positions = names.stream().mapToInt(schema::position).filter(p -> p >= 0).toArray();
  }

  /** Whether {@code left} is preferred to {@code right}; both are rows of this order's schema. */
  boolean prefers(Attributes left, Attributes right) {
    for (int position : positions) {
      int order = compare(left.raw(position), right.raw(position));
      if (order != 0) {
        return order > 0;
      }
    }
    return false;
  }

  /** Absent values come last; values of unlike types are ordered by the name of their type. */
  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // both are of one class, and that class is Comparable
  private static int compare(Object left, Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    if (left.getClass() == right.getClass() && left instanceof Comparable comparable) {
      return comparable.compareTo(right);
    }
    int byType = left.getClass().getName().compareTo(right.getClass().getName());
    return byType != 0 ? byType : left.toString().compareTo(right.toString());
  }
}
