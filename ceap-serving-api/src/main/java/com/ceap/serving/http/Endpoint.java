package com.ceap.serving.http;

/** What a route does. Thread-safe. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers a request whose caller may make it and whose parameters are as declared.
   *
   * @throws ProblemException where it cannot be answered otherwise
   */
  Reply handle(Call call);
}
