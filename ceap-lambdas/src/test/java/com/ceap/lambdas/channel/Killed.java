package com.ceap.lambdas.channel;

/** The process dies: nothing that catches exceptions sees it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
