package com.ceap.serving.http;

/**
 * One thing that is wrong with a request.
 *
 * @param in where it is
 * @param name the parameter's or header's name, or a JSON pointer (RFC 6901) into the body
 * @param detail what is wrong, and what would be right
 */
public record Fault(Place in, String name, String detail) {
  /** A part of a request. */
  public enum Place {
    PATH,
    QUERY,
    HEADER,
    BODY
  }
}
