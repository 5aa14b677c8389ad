package com.ceap.model;

/**
 * What a customer may be addressed about: a product, a cart, a video, an order.
 *
 * @param type lower-case noun, such as {@code product}
 * @param id the subject's id at its source; any non-blank text
 */
public record Subject(String type, String id) {
  public Subject {
    Require.text(type, "subject type");
    Require.text(id, "subject id");
  }
}
