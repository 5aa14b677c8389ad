package com.ceap.serving.http;

import java.util.Set;

/** Who makes a request, as whoever carries it has verified. */
public sealed interface Caller {
  /** Somebody who has shown nothing. */
  record Anonymous() implements Caller {}

  /**
   * The bearer of a verified JWT.
   *
   * @param subject the claim {@code sub}: the customer
   */
  record Token(String subject, Set<String> scopes) implements Caller {
    public Token {
      scopes = Set.copyOf(scopes);
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
      return "Token" + scopes;
    }
  }

  /**
   * A service whose signature IAM has verified.
   *
   * @param principal such as the ARN of its role
   */
  record Service(String principal) implements Caller {}

  Caller ANONYMOUS = new Anonymous();
}
