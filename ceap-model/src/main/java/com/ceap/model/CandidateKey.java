package com.ceap.model;

/**
 * The identity of a candidate: at most one exists for a customer, program, marketplace and subject.
 */
public record CandidateKey(
    String customerId, String programId, String marketplace, Subject subject) {
  public CandidateKey {
    Require.text(customerId, "customer id");
    Require.text(programId, "program id");
    Require.text(marketplace, "marketplace");
    if (subject == null) {
      throw new IllegalArgumentException("a candidate needs a subject");
    }
  }
}
