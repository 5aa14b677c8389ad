package com.ceap.lambdas.report.page;

import java.util.List;
import java.util.Locale;

/**
 * Charts as inline SVG. Colours come from the page's style, so that they follow light and dark;
 * each bar names its value, so that nothing depends on telling colours apart.
 */
final class Charts {
  private static final int WIDTH = 640;
  private static final int NAMES = 170;
  private static final int LABELS = 190;
  private static final int ROW = 26;
  private static final int GAP = 6;
  private static final int COLUMNS_HEIGHT = 160;
  private static final int BELOW = 34;
  private static final int MOST_NAMES = 8;

  private Charts() {}

  /** Horizontal bars, one below the other. */
  static String bars(String title, List<Bar> bars) {
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    StringBuilder svg = open(title, bars.size() * ROW + GAP);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double length = most == 0 ? 0 : bar.value() / most * (WIDTH - NAMES - LABELS);
      int y = i * ROW + GAP;
      svg.append(name(bar.name(), y));
      svg.append(
          format(
              "<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
              bar.series(), NAMES, y, Math.max(length, 1), ROW - GAP));
      svg.append(label(bar.label(), NAMES + length + 8, y));
    }
    return svg.append("</svg>").toString();
  }

  /**
   * A share with the interval that it lies in.
   *
   * @param value 0 to 1
   */
  record Dot(String name, double low, double value, double high, String label) {}

  /** Shares with their intervals, on one scale that begins at 0. */
  static String intervals(String title, List<Dot> dots) {
    double most = dots.stream().mapToDouble(Dot::high).max().orElse(1);
    double scale = (WIDTH - NAMES - LABELS) / most;
    StringBuilder svg = open(title, dots.size() * ROW + GAP);
    svg.append(
        format(
            "<line class=\"axis\" x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\"/>",
            NAMES, NAMES, dots.size() * ROW + GAP));
    for (int i = 0; i < dots.size(); i++) {
      Dot dot = dots.get(i);
      int y = i * ROW + GAP;
      int middle = y + (ROW - GAP) / 2;
      svg.append(name(dot.name(), y));
      svg.append(
          format(
              "<line class=\"span\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
              NAMES + dot.low() * scale, middle, NAMES + dot.high() * scale, middle));
      svg.append(
          format(
              "<circle class=\"s1\" cx=\"%.1f\" cy=\"%d\" r=\"5\"/>",
              NAMES + dot.value() * scale, middle));
      svg.append(label(dot.label(), NAMES + dot.high() * scale + 10, y));
    }
    return svg.append("</svg>").toString();
  }

  /** Columns side by side, such as of days; names that would not fit are left out. */
  static String columns(String title, List<Bar> bars) {
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    double step = (double) WIDTH / Math.max(1, bars.size());
    double wide = Math.min(40, step - 4);
    int every = Math.ceilDiv(Math.max(1, bars.size()), MOST_NAMES);
    StringBuilder svg = open(title, COLUMNS_HEIGHT + BELOW + GAP);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double height = most == 0 ? 0 : bar.value() / most * (COLUMNS_HEIGHT - ROW);
      double middle = step * i + step / 2;
      double top = COLUMNS_HEIGHT - height;
      svg.append(
          format(
              "<rect class=\"s%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>",
              bar.series(), middle - wide / 2, top, wide, Math.max(height, 1)));
      svg.append(centred(bar.label(), middle, top - 6));
      if (i % every == 0) {
        svg.append(centred(bar.name(), middle, COLUMNS_HEIGHT + 20));
      }
    }
    svg.append(
        format(
            "<line class=\"axis\" x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
            COLUMNS_HEIGHT, WIDTH, COLUMNS_HEIGHT));
    return svg.append("</svg>").toString();
  }

  private static StringBuilder open(String title, int height) {
    return new StringBuilder(
        format(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
            WIDTH, height, Html.text(title)));
  }

  private static String name(String name, int y) {
    return format(
        "<text class=\"name\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        NAMES - 10, y + 15, Html.text(name));
  }

  private static String label(String label, double x, int y) {
    return format(
        "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text>", x, y + 15, Html.text(label));
  }

  private static String centred(String text, double x, double y) {
    return format(
        "<text class=\"value\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
        x, y, Html.text(text));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
