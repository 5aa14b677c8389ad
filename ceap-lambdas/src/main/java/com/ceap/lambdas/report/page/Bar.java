package com.ceap.lambdas.report.page;

/**
 * One bar of a chart.
 *
 * @param value what its length stands for, at least 0
 * @param label what is written beside it
 * @param series which of the chart's colours it has, from 1
 */
record Bar(String name, double value, String label, int series) {}
