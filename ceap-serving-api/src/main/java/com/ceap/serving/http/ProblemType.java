package com.ceap.serving.http;

import java.util.Locale;

/**
 * The kinds of problems, as RFC 9457 wants them: each with a stable URI, a status and a title.
 * Documented in the OpenAPI document and in {@code docs/reference/serving-api.md}.
 */
public enum ProblemType {
  INVALID_REQUEST(400, "The request cannot be understood"),
  INVALID_CURSOR(400, "The cursor cannot be used"),
  UNAUTHENTICATED(401, "The request does not say who makes it"),
  FORBIDDEN(403, "The caller may not do this"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The path has no such method"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of another media type"),
  KEY_REUSED(422, "The idempotency key belongs to another event"),
  INTERNAL(500, "Something went wrong here"),
  CONSENT_UNREADABLE(503, "What the customer agreed to cannot be read now"),
  UNAVAILABLE(503, "The store cannot answer now");

  private static final String PREFIX = "urn:problem-type:ceap:";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Stable: clients tell problems apart by it. */
  public String uri() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
