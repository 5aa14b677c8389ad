package com.ceap.lambdas.channel;

/** The process dies: nothing that catches exceptions sees it. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  public Killed() {
    super("killed", null, false, false);
  }
}
