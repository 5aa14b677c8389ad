package com.ceap.runtime.metrics;

/** In what a metric is counted. */
public enum MetricUnit {
  COUNT,
  MILLISECONDS
}
