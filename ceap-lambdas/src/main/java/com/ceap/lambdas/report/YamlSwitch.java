package com.ceap.lambdas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the unified diff that switches a channel of a program's file off; it touches one line, and
 * leaves comments and layout as they are.
 */
final class YamlSwitch {
  private static final int CONTEXT = 3;
  private static final Pattern ENABLED = Pattern.compile("(\\s*enabled:\\s*)true(\\s*(#.*)?)");
  private static final Pattern ITEM = Pattern.compile("(\\s*)- .*");

  private YamlSwitch() {}

  /**
   * The diff; empty where the channel is not written in the usual way.
   *
   * @param path as the diff names the file
   */
  static Optional<String> off(String path, String yaml, String channelId) {
    List<String> lines = yaml.lines().toList();
    Pattern begin =
        Pattern.compile(
            "(\\s*)- channelId:\\s*[\"']?" + Pattern.quote(channelId) + "[\"']?\\s*(#.*)?");
    for (int at = 0; at < lines.size(); at++) {
      Matcher item = begin.matcher(lines.get(at));
      if (item.matches()) {
        return enabled(lines, at + 1, item.group(1)).map(line -> diff(path, lines, line));
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> enabled(List<String> lines, int from, String indent) {
    for (int at = from; at < lines.size(); at++) {
      Matcher next = ITEM.matcher(lines.get(at));
      boolean over =
          (next.matches() && next.group(1).length() <= indent.length())
              || (!lines.get(at).isBlank() && !lines.get(at).startsWith(indent + " "));
      if (over) {
        return Optional.empty();
      }
      if (ENABLED.matcher(lines.get(at)).matches()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static String diff(String path, List<String> lines, int changed) {
    int begin = Math.max(0, changed - CONTEXT);
    int end = Math.min(lines.size(), changed + CONTEXT + 1);
    List<String> out = new ArrayList<>();
    out.add("--- a/" + path);
    out.add("+++ b/" + path);
    out.add("@@ -%d,%d +%d,%d @@".formatted(begin + 1, end - begin, begin + 1, end - begin));
    for (int at = begin; at < end; at++) {
      if (at == changed) {
        out.add("-" + lines.get(at));
        out.add("+" + ENABLED.matcher(lines.get(at)).replaceFirst("$1false$2"));
      } else {
        out.add(" " + lines.get(at));
      }
    }
    return String.join("\n", out) + "\n";
  }
}
