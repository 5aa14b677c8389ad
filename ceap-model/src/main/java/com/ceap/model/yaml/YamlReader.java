package com.ceap.model.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document of UTF-8 text. Stateless and thread-safe; answers a fault where the text
 * is no YAML, and never throws for its content.
 */
public final class YamlReader {
  /** The longest text that is read, in bytes; far beyond any file a person writes. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 50;
  private static final int MAX_ALIASES = 50;

  private YamlReader() {}

  public static YamlReading read(byte[] content) {
    if (content.length > MAX_BYTES) {
      return unreadable(
          Place.FILE, "longer than " + MAX_BYTES + " bytes", "split it into smaller files");
    }
    return switch (Utf8.decode(content)) {
      case Utf8.Decoded.Malformed at ->
          unreadable(
              new Place(at.line(), ""),
              "not UTF-8: the byte at offset " + at.offset() + " begins no character",
              "save the file as UTF-8");
      case Utf8.Decoded.Text decoded -> read(decoded.text());
    };
  }

  public static YamlReading read(String text) {
    Optional<YamlReading> unprintable = unprintable(text);
    return unprintable.orElseGet(() -> compose(text));
  }

  private static Optional<YamlReading> unprintable(String text) {
    int line = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      if (!StreamReader.isPrintable(codePoint)) {
        return Optional.of(
            unreadable(
                new Place(line, ""),
                "the character U+%04X may not stand in YAML".formatted(codePoint),
                "remove it"));
      }
      line += codePoint == '\n' ? 1 : 0;
    }
    return Optional.empty();
  }

  private static YamlReading compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setCodePointLimit(MAX_BYTES);
    ParserImpl parser = new ParserImpl(new StreamReader(text), options);
    try {
      return document(new Composer(parser, new CoreSchema(), options));
    } catch (MarkedYAMLException e) {
      return unreadable(new Place(line(e), ""), "not YAML: " + oneLine(e.getProblem()), "");
    } catch (YAMLException e) {
      return unreadable(new Place(line(parser), ""), "not YAML: " + oneLine(e.getMessage()), "");
    }
  }

  private static YamlReading document(Composer composer) {
    if (!composer.checkNode()) {
      return unreadable(new Place(1, ""), "the file is empty", "write keys such as programId: …");
    }
    Node root = composer.getNode();
    if (composer.checkNode()) {
      return unreadable(
          new Place(composer.getNode().getStartMark().getLine() + 1, ""),
          "a second document begins",
          "keep one document in a file, without '---' between");
    }
    TreeBuilder builder = new TreeBuilder();
    YamlValue tree = builder.root(root);
    return builder.cutOff()
        ? unreadable(
            tree.place(),
            "more than " + TreeBuilder.NODES + " values, aliases unfolded",
            "repeat less by alias")
        : new YamlReading.Read(tree, builder.faults());
  }

  private static int line(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  // Limits are reported without a mark; the parser still stands where it was exceeded.
  private static int line(ParserImpl parser) {
    try {
      return parser.peekEvent().getStartMark().getLine() + 1;
    } catch (YAMLException e) {
      return 1;
    }
  }

  private static String oneLine(String message) {
    return message == null ? "not understood" : message.strip().replaceAll("\\s+", " ");
  }

  private static YamlReading unreadable(Place place, String wrong, String right) {
    return new YamlReading.Unreadable(new YamlFault(place, "", wrong, right));
  }
}
