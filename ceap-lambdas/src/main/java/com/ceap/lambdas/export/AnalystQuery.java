package com.ceap.lambdas.export;

/**
 * A question that analysts ask, as SQL that Athena and DuckDB understand alike.
 *
 * @param name of lower-case words joined by hyphens
 * @param question one sentence
 */
public record AnalystQuery(String name, String question, String sql) {}
