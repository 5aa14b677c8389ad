package com.ceap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a page's fenced blocks that name a file: {@code ```java file=path} with all of it, {@code
 * ```java file=path#region} with what stands between a line {@code // region name} and the next
 * {@code // endregion} ({@code #} in YAML).
 */
final class CodeBlocks {
  private static final Pattern FENCE =
      Pattern.compile("```\\w+ file=(?<file>[^\\s#]+)(?:#(?<region>[\\w-]+))?");

  private final Path root;

  CodeBlocks(Path root) {
    this.root = root;
  }

  /** The page as it must read. */
  String filled(Path page) throws IOException {
    StringBuilder out = new StringBuilder();
    List<String> lines = Files.readAllLines(page);
    for (int i = 0; i < lines.size(); i++) {
      out.append(lines.get(i)).append('\n');
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        out.append(shown(fence, page + ":" + (i + 1))).append('\n');
        i += lines.subList(i + 1, lines.size()).indexOf("```");
      }
    }
    return out.toString();
  }

  private String shown(Matcher fence, String where) throws IOException {
    Path file = root.resolve(fence.group("file"));
    if (!Files.exists(file)) {
      throw new AssertionError(where + ": there is no file " + fence.group("file"));
    }
    List<String> lines = Files.readAllLines(file);
    String region = fence.group("region");
    List<String> shown = region == null ? lines : region(lines, region, where);
    return String.join("\n", shown).stripTrailing().stripIndent().strip();
  }

  private static List<String> region(List<String> lines, String region, String where) {
    List<String> rest =
        lines.stream().dropWhile(line -> !line.strip().matches("(//|#) region " + region)).toList();
    if (rest.isEmpty()) {
      throw new AssertionError(where + ": the file has no region " + region);
    }
    return rest.stream()
        .skip(1)
        .takeWhile(line -> !line.strip().matches("(//|#) endregion"))
        .toList();
  }
}
