package com.ceap.channels.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in double braces. Of Handlebars, templates use values, {@code if}, {@code unless},
 * {@code each} and parts: enough for a message, and little enough that every name can be checked.
 */
sealed interface Tag {
  int offset();

  /** Writes a value. */
  record Value(int offset, String path) implements Tag {}

  /** Begins a block. */
  record Open(int offset, String helper, String argument) implements Tag {}

  /** The other half of a block, with its own condition or none. */
  record Else(int offset, String condition) implements Tag {}

  /** Ends a block. */
  record Close(int offset) implements Tag {}

  /** Puts in a part. */
  record Part(int offset, String name) implements Tag {}

  /** Says nothing. */
  record Comment(int offset) implements Tag {}

  /** What templates do not use. */
  record Other(int offset, String right) implements Tag {}

  Pattern TAG =
      Pattern.compile("\\{\\{(?:!--.*?--|(?<raw>[{&])?(?<body>[^{}]*))}}}?", Pattern.DOTALL);
  Pattern INNER =
      Pattern.compile(
          "(?<comment>!.*)|(?<close>/.*)|#\\s*(?<helper>\\w+)\\s+(?<argument>[\\w.]+)"
              + "|(?<else>else)(?:\\s+if\\s+(?<condition>[\\w.]+))?|>\\s*(?<part>[\\w-]+)"
              + "|(?<value>[\\w.]+)",
          Pattern.DOTALL);

  /** Every tag of a source, in its order. */
  static List<Tag> scan(String source) {
    List<Tag> tags = new ArrayList<>();
    Matcher found = TAG.matcher(source);
    while (found.find()) {
      tags.add(of(found));
    }
    return tags;
  }

  private static Tag of(Matcher found) {
    int at = found.start();
    if (found.group("raw") != null) {
      return new Other(at, "write {{name}}, which is escaped");
    }
    return found.group("body") == null ? new Comment(at) : of(at, found.group("body").strip());
  }

  private static Tag of(int at, String body) {
    Matcher inner = INNER.matcher(body.replaceAll("^~\\s*|\\s*~$", ""));
    if (!inner.matches()) {
      return new Other(
          at, "known are {{name}}, {{#if}}, {{#unless}}, {{#each products}}, {{> part}}");
    }
    if (inner.group("helper") != null) {
      return new Open(at, inner.group("helper"), inner.group("argument"));
    }
    if (inner.group("else") != null) {
      return new Else(at, Objects.requireNonNullElse(inner.group("condition"), ""));
    }
    if (inner.group("part") != null) {
      return new Part(at, inner.group("part"));
    }
    if (inner.group("value") != null) {
      return new Value(at, inner.group("value"));
    }
    return inner.group("close") == null ? new Comment(at) : new Close(at);
  }

  /** The source with blanks where its tags stand. */
  static String blanked(String source) {
    return TAG.matcher(source).replaceAll(found -> " ".repeat(found.group().length()));
  }
}
