package com.ceap.local.reference;

/** A row that cannot be imported. Caught for each row, hence without a stack trace. */
final class BadRowException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param sentence names the column, the value where it is not personal, and what would be right
   */
  BadRowException(String sentence) {
    super(sentence, null, false, false);
  }
}
