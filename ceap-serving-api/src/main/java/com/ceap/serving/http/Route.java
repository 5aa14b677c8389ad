package com.ceap.serving.http;

import java.util.List;

/**
 * A method on a path.
 *
 * @param template such as {@code /v1/customers/{customerId}/candidates}: a name in braces stands
 *     for one segment
 * @param path the parameters in the template
 * @param query the parameters that a query may hold
 */
public record Route(
    String method,
    String template,
    Access access,
    List<Parameter<?>> path,
    List<Parameter<?>> query,
    Endpoint endpoint) {
  public Route {
    path = List.copyOf(path);
    query = List.copyOf(query);
    List<String> named = PathTemplate.of(template).names();
    if (!named.equals(path.stream().map(Parameter::name).toList())) {
      throw new IllegalArgumentException(template + " names " + named + ", declared are " + path);
    }
  }
}
