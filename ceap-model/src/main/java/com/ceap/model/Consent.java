package com.ceap.model;

/**
 * An opt-out, or its withdrawal, of a customer.
 *
 * @param programId the program, or {@link #ALL}
 * @param channel the channel id, or {@link #ALL}
 */
public record Consent(String customerId, String programId, String channel, boolean optedOut) {
  /** Stands for every program or every channel. */
  public static final String ALL = "all";

  public Consent {
    Require.text(customerId, "customer id");
    Require.text(programId, "program id");
    Require.text(channel, "channel");
  }
}
