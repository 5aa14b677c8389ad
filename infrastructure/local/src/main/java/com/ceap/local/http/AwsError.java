package com.ceap.local.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * An error as services of the AWS JSON 1.1 protocol answer it. <a
 * href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">Source</a>
 */
final class AwsError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  private AwsError(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static AwsError unknownOperation(String target) {
    return new AwsError(
        400,
        "UnknownOperationException",
        "X-Amz-Target is '%s'; known is AWSEvents.PutEvents".formatted(target));
  }

  static AwsError unreadable(String message) {
    return new AwsError(400, "SerializationException", message);
  }

  static AwsError invalid(String message) {
    return new AwsError(400, "ValidationException", message);
  }

  static AwsError tooLarge(int most) {
    return new AwsError(
        413, "RequestEntityTooLargeException", "a request has at most " + most + " bytes");
  }

  /** The caller should try again. */
  static AwsError internal(String message) {
    return new AwsError(500, "InternalException", message);
  }

  Answer answer() {
    return AwsJson.answer(
        status,
        JsonNodeFactory.instance.objectNode().put("__type", type).put("message", getMessage()));
  }
}
