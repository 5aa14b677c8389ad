package com.ceap.serving.display;

import com.ceap.model.Attributes;
import java.util.Optional;

/** Reads what a source may have given as text. */
final class Texts {
  private Texts() {}

  /** The first of these attributes that is text and not blank. */
  static Optional<String> find(Attributes attributes, String... names) {
    for (String name : names) {
      Optional<String> text = text(attributes.find(name).orElse(""));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  static Optional<String> text(Object value) {
    return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }
}
