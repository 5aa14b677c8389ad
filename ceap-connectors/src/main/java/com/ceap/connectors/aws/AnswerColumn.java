package com.ceap.connectors.aws;

/**
 * A column of an answer.
 *
 * @param type Athena's name of its type, such as {@code bigint} or {@code decimal}
 */
record AnswerColumn(String name, String type) {}
