package com.ceap.channels.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A part of a text that is said as a whole or not at all, with the space before it. */
record Sentence(List<Piece> pieces) {
  // What speaks to a person by name, and sounds abrupt without one in English.
  private static final Pattern ENGLISH_GREETING =
      Pattern.compile("(?:^|.*\\W)(?:Hi|Hello|Hey)", Pattern.DOTALL);

  // What follows a name at the beginning: an honorific, a comma, a space.
  private static final Pattern AFTER_NAME = Pattern.compile("^(?:様|さん|さま)?[,、，:]?\\s*");

  /** A part of a sentence. */
  sealed interface Piece {}

  /** Text as it was written. */
  record Literal(String text) implements Piece {}

  /** A placeholder. */
  record Named(Placeholder placeholder) implements Piece {}

  Sentence {
    pieces = List.copyOf(pieces);
  }

  Stream<Placeholder> placeholders() {
    return pieces.stream()
        .filter(Named.class::isInstance)
        .map(piece -> ((Named) piece).placeholder());
  }

  /** Empty where a value is missing, the customer's name excepted. */
  Optional<String> fill(Values values) {
    for (Piece piece : pieces) {
      if (piece instanceof Named(Placeholder placeholder)
          && placeholder != Placeholder.CUSTOMER_NAME
          && values.find(placeholder).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(said(values));
  }

  private String said(Values values) {
    StringBuilder out = new StringBuilder();
    boolean begins = false;
    for (Piece piece : pieces) {
      switch (piece) {
        case Literal(String text) -> {
          out.append(begins ? capital(AFTER_NAME.matcher(text).replaceFirst("")) : text);
          begins = begins && text.isEmpty();
        }
        case Named(Placeholder placeholder) -> {
          Optional<String> value = values.find(placeholder);
          value.ifPresent(out::append);
          begins = value.isEmpty() && withoutName(out, values);
        }
      }
    }
    return out.toString();
  }

  /** Takes away the space before a missing name; true where the sentence begins with the name. */
  private static boolean withoutName(StringBuilder out, Values values) {
    if (out.toString().isBlank()) {
      return true;
    }
    boolean english = values.find(Placeholder.LANGUAGE).filter("en"::equals).isPresent();
    out.setLength(out.toString().stripTrailing().length());
    if (english && ENGLISH_GREETING.matcher(out).matches()) {
      out.append(" there");
    }
    return false;
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
