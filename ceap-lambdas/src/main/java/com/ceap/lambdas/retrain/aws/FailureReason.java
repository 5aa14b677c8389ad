package com.ceap.lambdas.retrain.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a training has failed, out of what its states have gathered. */
final class FailureReason {
  private static final int LONGEST = 300;

  /** Where a state leaves what Step Functions or SageMaker say. */
  private static final List<String> PLACES =
      List.of(
          "/failure/Error",
          "/failure/Cause",
          "/refused/Cause",
          "/training/TrainingJobStatus",
          "/training/FailureReason",
          "/deployment/EndpointStatus",
          "/deployment/FailureReason");

  private FailureReason() {}

  static String of(JsonNode state) {
    String reason =
        PLACES.stream().flatMap(place -> text(state.at(place))).collect(Collectors.joining("; "));
    if (reason.isEmpty()) {
      return "nothing says why";
    }
    return reason.length() > LONGEST ? reason.substring(0, LONGEST) + " ..." : reason;
  }

  private static Stream<String> text(JsonNode node) {
    return Stream.of(node)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank() && !text.equals("Completed"));
  }
}
