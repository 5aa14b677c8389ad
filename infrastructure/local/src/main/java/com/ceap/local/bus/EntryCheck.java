package com.ceap.local.bus;

import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Optional;

/** Turns entries away as EventBridge does, with its codes and sentences. */
final class EntryCheck {

  /** EventBridge takes up to 1 MB by now; its targets do not, and neither do our queues. */
  static final int MOST_BYTES = 256 * 1024;

  private static final ObjectReader JSON =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private EntryCheck() {}

  /** What is wrong with an entry, apart from its bus. */
  static Optional<EntryResult.Refused> refusal(PutEntry entry) {
    if (entry.source().isEmpty()) {
      return Optional.of(required("Source"));
    }
    if (entry.detailType().isEmpty()) {
      return Optional.of(required("DetailType"));
    }
    if (entry.detail().isEmpty()) {
      return Optional.of(required("Detail"));
    }
    if (entry.bytes() > MOST_BYTES) {
      return Optional.of(tooLarge(entry.bytes()));
    }
    return isObject(entry.detail()) ? Optional.empty() : Optional.of(malformed());
  }

  static EntryResult.Refused malformed() {
    return new EntryResult.Refused(
        "MalformedDetail", "Detail is malformed.", ErrorCode.EVENT_INVALID);
  }

  static EntryResult.Refused noSuchBus(String bus) {
    return new EntryResult.Refused(
        "ResourceNotFoundException",
        "Event bus " + bus + " does not exist.",
        ErrorCode.EVENT_INVALID);
  }

  private static EntryResult.Refused required(String parameter) {
    return new EntryResult.Refused(
        "InvalidArgument",
        "Parameter %s is not valid. Reason: %s is a required argument."
            .formatted(parameter, parameter),
        ErrorCode.EVENT_INVALID);
  }

  private static EntryResult.Refused tooLarge(int bytes) {
    return new EntryResult.Refused(
        "InvalidArgument",
        "Parameter Detail is not valid. Reason: the entry has %d bytes, at most %d are taken."
            .formatted(bytes, MOST_BYTES),
        ErrorCode.EVENT_TOO_LARGE);
  }

  private static boolean isObject(String detail) {
    try {
      return JSON.readTree(detail).isObject();
    } catch (JsonProcessingException e) {
      // What is wrong with it is the publisher's data, and goes into no message.
      return false;
    }
  }
}
