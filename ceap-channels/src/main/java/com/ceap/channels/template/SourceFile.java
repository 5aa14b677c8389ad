package com.ceap.channels.template;

/**
 * A file of a template, as it was read.
 *
 * @param name as problems name it
 */
record SourceFile(String name, String text) {
  /** The line of an offset, from 1. */
  int lineOf(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
