package com.ceap.infrastructure.observe;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/** Graphs of one size, three in a row. */
final class Graphs {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 6;

  private Graphs() {}

  static GraphWidget of(String title, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .left(metrics)
        .width(WIDTH)
        .height(HEIGHT)
        .build();
  }
}
