package com.ceap.model.program;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant by a name that is not known. */
public final class NearestName {
  private static final int LONGEST = 64;

  // How many hyphens and the like two spellings of one name may differ by.
  private static final int SEPARATORS = 5;

  // Among shorter names one edit leads anywhere: XX to MX.
  private static final int SHORTEST = 3;

  private NearestName() {}

  /** The nearest known name, or all of them where none is near. */
  static String hint(String given, Collection<String> known, String kind) {
    return nearest(given, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> all(known, kind));
  }

  /** The nearest known name, and all of them. */
  static String fullHint(String given, Collection<String> known, String kind) {
    return nearest(given, known).map(name -> "did you mean '" + name + "'? ").orElse("")
        + all(known, kind);
  }

  private static String all(Collection<String> known, String kind) {
    return known.isEmpty() ? "none is known" : "known " + kind + ": " + String.join(", ", known);
  }

  /** The known name with the fewest edits, unless it is too far to be meant. */
  public static Optional<String> nearest(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(given);
    int farthest = plain.length() < SHORTEST ? 0 : Math.max(1, plain.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - given.length()) <= SEPARATORS + farthest)
        .filter(name -> edits(plain, plain(name)) <= farthest)
        .min(Comparator.comparingInt(name -> edits(plain, plain(name))));
  }

  // Case and separators are what people mix up most: min_view_count for minViewCount.
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours: optimal string alignment. */
  static int edits(String from, String to) {
    int[][] best = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        best[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(best, from, to, i, j);
      }
    }
    return best[from.length()][to.length()];
  }

  private static int cheapest(int[][] best, String from, String to, int i, int j) {
    int replaced = best[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int cheapest = Math.min(replaced, 1 + Math.min(best[i - 1][j], best[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(cheapest, 1 + best[i - 2][j - 2]) : cheapest;
  }
}
