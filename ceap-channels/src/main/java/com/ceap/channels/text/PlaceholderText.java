package com.ceap.channels.text;

import com.ceap.channels.text.Placeholder.Scope;
import com.ceap.channels.text.Sentence.Literal;
import com.ceap.channels.text.Sentence.Named;
import com.ceap.channels.text.Sentence.Piece;
import com.ceap.model.program.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with placeholders in braces, such as <code>Use {discountCode}.</code> Where a message has
 * no value for a placeholder, the sentence that names it is left out: without an offer nobody reads
 * of 0 percent. A missing customer name takes only itself away. Thread-safe.
 */
public final class PlaceholderText {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  // After the mark where a space or a line's end follows; in scripts without spaces right away.
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?…؟।])(?=\\s)|(?<=[。！？])(?![。！？」』）])|(?=\\R)");

  private final List<Sentence> sentences;

  private PlaceholderText(List<Sentence> sentences) {
    this.sentences = sentences;
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException naming every placeholder that is not known, and the nearest
   *     one that is
   */
  public static PlaceholderText parse(String text, Set<Scope> scopes) {
    List<String> wrong = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    Matcher found = PLACEHOLDER.matcher(text);
    int end = 0;
    while (found.find()) {
      pieces.add(new Literal(text.substring(end, found.start())));
      known(found.group(1), scopes)
          .ifPresentOrElse(
              placeholder -> pieces.add(new Named(placeholder)),
              () -> wrong.add(unknown(found.group(1), scopes)));
      end = found.end();
    }
    pieces.add(new Literal(text.substring(end)));
    if (pieces.stream().anyMatch(PlaceholderText::opensBrace)) {
      wrong.add("has a '{' without its '}'; placeholders are written {customerName}");
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join(", ", wrong));
    }
    return new PlaceholderText(sentences(pieces));
  }

  /** Reads a text of a program. */
  public static PlaceholderText parse(String text) {
    return parse(text, EnumSet.of(Scope.ANYWHERE));
  }

  private static Optional<Placeholder> known(String name, Set<Scope> scopes) {
    return Placeholder.find(name).filter(placeholder -> scopes.contains(placeholder.scope()));
  }

  private static String unknown(String name, Set<Scope> scopes) {
    List<String> known =
        Arrays.stream(Placeholder.values())
            .filter(placeholder -> scopes.contains(placeholder.scope()))
            .map(Placeholder::key)
            .toList();
    return "names the unknown placeholder {%s}; %s"
        .formatted(
            name,
            NearestName.nearest(name, known)
                .map(nearest -> "did you mean {" + nearest + "}?")
                .orElseGet(() -> "known are " + String.join(", ", known)));
  }

  private static boolean opensBrace(Piece piece) {
    return piece instanceof Literal literal && literal.text().contains("{");
  }

  private static List<Sentence> sentences(List<Piece> pieces) {
    List<Sentence> sentences = new ArrayList<>();
    List<Piece> open = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Literal literal) {
        split(literal.text(), open, sentences);
      } else {
        open.add(piece);
      }
    }
    sentences.add(new Sentence(open));
    return List.copyOf(sentences);
  }

  private static void split(String literal, List<Piece> open, List<Sentence> sentences) {
    String[] parts = SENTENCE_END.split(literal, -1);
    for (int i = 0; i < parts.length; i++) {
      open.add(new Literal(parts[i]));
      if (i < parts.length - 1) {
        sentences.add(new Sentence(open));
        open.clear();
      }
    }
  }

  /** The placeholders that the text names. */
  public Set<Placeholder> placeholders() {
    return sentences.stream()
        .flatMap(Sentence::placeholders)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Placeholder.class)));
  }

  /** The text for a message; blank where every sentence needs what the message does not have. */
  public String fill(Values values) {
    StringBuilder said = new StringBuilder();
    sentences.forEach(sentence -> sentence.fill(values).ifPresent(said::append));
    return said.toString().strip();
  }
}
