package com.ceap.channels.template;

import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.Placeholder.Scope;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.program.NearestName;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what a template's files name against what messages have. Not thread-safe. */
final class TagChecker {
  private static final String PRODUCTS = "products";
  private static final String TEXTS = "texts.";
  private static final Set<String> CONDITIONS = Set.of("if", "unless");
  private static final Set<String> ADDRESSES = Set.of("href", "src");

  private final Parts parts;
  private final Findings findings;
  private final Set<String> usedTexts = new TreeSet<>();

  TagChecker(Parts parts, Findings findings) {
    this.parts = parts;
    this.findings = findings;
  }

  /** The texts that the files checked so far name. */
  Set<String> usedTexts() {
    return usedTexts;
  }

  /**
   * Checks a file and the parts that it puts in.
   *
   * @param kind html or txt
   * @param languages every language whose messages are made from it
   */
  void check(SourceFile file, String kind, List<Texts> languages) {
    new Walk(file, kind, languages, List.of(file.name())).run(false);
  }

  /** One pass over one file. */
  private final class Walk {
    private final SourceFile file;
    private final String kind;
    private final List<Texts> languages;
    private final List<String> including;
    private final String blanked;
    private final Deque<String> open = new ArrayDeque<>();

    private Walk(SourceFile file, String kind, List<Texts> languages, List<String> including) {
      this.file = file;
      this.kind = kind;
      this.languages = languages;
      this.including = including;
      this.blanked = Tag.blanked(file.text());
    }

    private void run(boolean inProducts) {
      if (inProducts) {
        open.push("each");
      }
      Tag.scan(file.text()).forEach(this::visit);
      int unread = blanked.indexOf("{{");
      if (unread >= 0) {
        findings.add(file, unread, "'{{' begins no tag", "write {{name}}");
      }
    }

    private boolean inProducts() {
      return open.contains("each");
    }

    private void visit(Tag tag) {
      switch (tag) {
        case Tag.Value(int at, String path) -> value(at, path);
        case Tag.Open(int at, String helper, String argument) -> open(at, helper, argument);
        case Tag.Else(int at, String condition) -> condition(at, condition);
        case Tag.Close _ -> open.poll();
        case Tag.Part(int at, String name) -> part(at, name);
        case Tag.Comment _ -> {}
        case Tag.Other(int at, String right) -> findings.add(file, at, "not understood", right);
      }
    }

    private void open(int at, String helper, String argument) {
      if (CONDITIONS.contains(helper)) {
        condition(at, argument);
      } else if (!helper.equals("each")) {
        findings.add(file, at, "{{#" + helper + "}} is not known", "known are if, unless, each");
      } else if (!argument.equals(PRODUCTS)) {
        findings.add(file, at, "there is no list '" + argument + "'", "write {{#each products}}");
      }
      open.push(helper);
    }

    private void condition(int at, String path) {
      if (!path.isEmpty() && !path.equals(PRODUCTS)) {
        name(at, path);
      }
    }

    private void value(int at, String path) {
      Optional<Placeholder> placeholder = name(at, path);
      if (kind.equals("html")) {
        place(at, path, placeholder.filter(Placeholder::isAddress).isPresent());
      }
    }

    private void place(int at, String path, boolean address) {
      String shown = "{{" + path + "}}";
      switch (HtmlPlace.at(blanked, at)) {
        case HtmlPlace.Text _ -> {}
        case HtmlPlace.Unsafe(String where) ->
            findings.add(
                file, at, shown + " stands " + where, "move it to text or a quoted attribute");
        case HtmlPlace.Attribute(String name) -> {
          if (name.equals("style") || name.startsWith("on")) {
            findings.add(file, at, shown + " stands in '" + name + "'", "move it elsewhere");
          } else if (ADDRESSES.contains(name) && !address) {
            findings.add(
                file, at, shown + " is no address", "in '" + name + "' write a link, all of it");
          }
        }
      }
    }

    /** Notes a name that no message has; answers the placeholder where it is one. */
    private Optional<Placeholder> name(int at, String path) {
      if (path.startsWith(TEXTS)) {
        text(at, path.substring(TEXTS.length()));
        return Optional.empty();
      }
      Optional<Placeholder> placeholder = Placeholder.find(path);
      if (placeholder.isEmpty()) {
        findings.add(file, at, "no message has '" + path + "'", nearest(path, names()));
      }
      placeholder.filter(this::unreachable).ifPresent(p -> outside(at, "'" + path + "'"));
      return placeholder;
    }

    private boolean unreachable(Placeholder placeholder) {
      return placeholder.scope() == Scope.PRODUCT && !inProducts();
    }

    private void outside(int at, String what) {
      findings.add(
          file, at, what + " has a value in products only", "put it into {{#each products}}");
    }

    private void text(int at, String key) {
      usedTexts.add(key);
      for (Texts texts : languages) {
        PlaceholderText text = texts.byKey().get(key);
        if (text == null) {
          String missing = "%s has no text '%s'".formatted(texts.file(), key);
          findings.add(file, at, missing, nearest(key, texts.byKey().keySet()));
        } else if (text.placeholders().stream().anyMatch(this::unreachable)) {
          outside(at, "the text '" + key + "' names what");
        }
      }
    }

    private void part(int at, String name) {
      Optional<SourceFile> part = parts.find(name, kind);
      if (part.isEmpty()) {
        String missing = "there is no part '%s.%s'".formatted(name, kind);
        findings.add(file, at, missing, nearest(name, parts.names(kind)));
      } else if (including.contains(part.get().name())) {
        findings.add(file, at, "the part '" + name + "' puts in itself", "remove it");
      } else {
        List<String> deeper =
            Stream.concat(including.stream(), Stream.of(part.get().name())).toList();
        new Walk(part.get(), kind, languages, deeper).run(inProducts());
      }
    }
  }

  private static List<String> names() {
    return Arrays.stream(Placeholder.values()).map(Placeholder::key).toList();
  }

  private static String nearest(String given, Collection<String> known) {
    return NearestName.nearest(given, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "none is known"
                    : "known are " + known.stream().sorted().collect(Collectors.joining(", ")));
  }
}
