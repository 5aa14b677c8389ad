package com.ceap.channels.content;

import com.ceap.model.AttributeTypeException;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies in a cart, as the event that told of it said.
 *
 * @param price of one
 */
record CartItem(String productId, Optional<String> name, Optional<Price> price) {
  private static final String ITEMS = "items";

  /**
   * The items of a candidate's attribute {@code items}, in their order; none where it has none.
   *
   * @throws AttributeTypeException where the attribute is no list of maps
   */
  static List<CartItem> of(Candidate candidate) {
    Object items = candidate.attributes().find(ITEMS).orElse(List.of());
    if (!(items instanceof List<?> list)) {
      throw new AttributeTypeException(ITEMS, "a list of items", items);
    }
    List<CartItem> read = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> map)) {
        throw new AttributeTypeException(ITEMS, "a list of maps with an id", list);
      }
      read.add(of(map, candidate.attributes()));
    }
    return read;
  }

  private static CartItem of(Map<?, ?> item, Attributes attributes) {
    Optional<String> name =
        item.get("name") instanceof String text && !text.isBlank()
            ? Optional.of(text)
            : Optional.empty();
    return new CartItem(
        String.valueOf(item.get("id")), name, Price.seen(item.get("price"), attributes));
  }
}
