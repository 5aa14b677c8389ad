package com.ceap.channels.template;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in HTML a value stands, which decides whether escaping makes it harmless there. */
sealed interface HtmlPlace {
  /** Between tags. */
  record Text() implements HtmlPlace {}

  /** In the quotes of an attribute. */
  record Attribute(String name) implements HtmlPlace {}

  /** In a tag outside quotes, in a comment, in style or script. */
  record Unsafe(String where) implements HtmlPlace {}

  /** The place of an offset; the tags of the template language are blanked. */
  static HtmlPlace at(String html, int offset) {
    Scan scan = new Scan(html);
    while (scan.at < offset) {
      scan.step();
    }
    return scan.place();
  }

  /** Walks through HTML, as far as it takes to know text from tag from attribute. */
  final class Scan {
    private static final Pattern RAW =
        Pattern.compile("<(style|script|title)\\b.*", Pattern.DOTALL);
    private static final Pattern TAG_START = Pattern.compile("<[a-zA-Z/!?]");
    private static final Pattern NAME = Pattern.compile("([\\w:-]+)\\s*=\\s*$");

    private enum State {
      TEXT,
      COMMENT,
      RAW,
      TAG,
      DOUBLE_QUOTED,
      SINGLE_QUOTED
    }

    private final String html;
    private int at;
    private State state = State.TEXT;
    private int tagStart;
    private int quoteStart;
    private String raw = "";

    private Scan(String html) {
      this.html = html;
    }

    private void step() {
      switch (state) {
        case TEXT -> text();
        case COMMENT -> leave("-->", State.TEXT);
        case RAW -> leave("</" + raw, State.TAG);
        case TAG -> tag();
        case DOUBLE_QUOTED -> leave("\"", State.TAG);
        case SINGLE_QUOTED -> leave("'", State.TAG);
      }
    }

    private void text() {
      if (html.startsWith("<!--", at)) {
        state = State.COMMENT;
        at += 3;
      } else if (TAG_START.matcher(html).region(at, html.length()).lookingAt()) {
        state = State.TAG;
        tagStart = at;
      }
      at++;
    }

    private void tag() {
      char c = html.charAt(at);
      if (c == '"' || c == '\'') {
        state = c == '"' ? State.DOUBLE_QUOTED : State.SINGLE_QUOTED;
        quoteStart = at;
      } else if (c == '>') {
        Matcher opened = RAW.matcher(html.substring(tagStart, at).toLowerCase(Locale.ROOT));
        state = opened.matches() ? State.RAW : State.TEXT;
        raw = opened.matches() ? opened.group(1) : "";
      }
      at++;
    }

    private void leave(String end, State next) {
      if (html.regionMatches(true, at, end, 0, end.length())) {
        state = next;
        tagStart = at;
        at += end.length() - 1;
      }
      at++;
    }

    private HtmlPlace place() {
      return switch (state) {
        case TEXT -> new Text();
        // Entities are read in a title as they are in text.
        case RAW -> raw.equals("title") ? new Text() : new Unsafe("in <" + raw + ">");
        case COMMENT -> new Unsafe("in a comment");
        case TAG -> new Unsafe("in a tag outside quotes");
        case DOUBLE_QUOTED, SINGLE_QUOTED -> attribute();
      };
    }

    private HtmlPlace attribute() {
      Matcher name = NAME.matcher(html.substring(tagStart, quoteStart));
      return new Attribute(name.find() ? name.group(1).toLowerCase(Locale.ROOT) : "");
    }
  }
}
