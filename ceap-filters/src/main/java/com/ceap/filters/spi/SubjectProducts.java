package com.ceap.filters.spi;

import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which products a candidate is about: those of its attribute {@code items} (a list of maps with
 * {@code id}), else the subject itself.
 */
public final class SubjectProducts {
  private static final String ITEMS = "items";

  private SubjectProducts() {}

  /**
   * The product ids, in the order of the items; empty for a cart that has none.
   *
   * @throws AttributeTypeException where {@code items} is no list of maps with an {@code id}
   */
  public static List<String> of(Candidate candidate) {
    String type = candidate.subject().type();
    if (type.equals("product")) {
      return List.of(candidate.subject().id());
    }
    Object items = candidate.attributes().find(ITEMS).orElse(List.of());
    if (!(items instanceof List<?> list)) {
      throw new AttributeTypeException(ITEMS, "a list of items", items);
    }
    if (list.isEmpty()) {
      return type.equals("cart") ? List.of() : List.of(candidate.subject().id());
    }
    return ids(list);
  }

  private static List<String> ids(List<?> items) {
    List<String> ids = new ArrayList<>(items.size());
    for (Object item : items) {
      ids.add(id(item));
    }
    return ids;
  }

  private static String id(Object item) {
    Object id = item instanceof Map<?, ?> map ? map.get("id") : null;
    return switch (id) {
      case String text -> text;
      case Long number -> number.toString();
      case null, default ->
          throw new AttributeTypeException(
              ITEMS, "a list of maps with an id", Objects.requireNonNullElse(item, "null"));
    };
  }
}
