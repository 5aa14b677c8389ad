package com.ceap.serving.http;

import java.util.function.Function;

/** Who may use a route. */
public sealed interface Access {
  /** Everybody. */
  record Everybody() implements Access {}

  /** A service that IAM knows. */
  record Services() implements Access {}

  /**
   * A JWT of the one customer that the path is about, or one with the service scope.
   *
   * @param customer whom the path is about
   */
  record OwnerOnly(Function<Parameters, String> customer) implements Access {}

  Access EVERYBODY = new Everybody();
  Access SERVICES = new Services();
}
