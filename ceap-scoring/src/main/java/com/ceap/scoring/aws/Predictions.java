package com.ceap.scoring.aws;

import com.ceap.model.Confidence;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Reads an endpoint's answer. A prediction is an object with {@code score} and, where the model
 * recommends one, {@code discount} in percent and {@code confidence}, or just the score; other keys
 * are the model's own business, and so is a confidence other than LOW, MEDIUM and HIGH.
 * Thread-safe.
 */
final class Predictions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Optional<Confidence>> CONFIDENCES =
      Arrays.stream(Confidence.values())
          .collect(Collectors.toUnmodifiableMap(Confidence::name, Optional::of));

  private final String endpoint;

  Predictions(String endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * @throws CeapException MODEL_ANSWER_INVALID unless there are {@code count} valid predictions
   */
  List<ModelAnswer> read(byte[] body, int count) {
    JsonNode predictions = parse(body).path("predictions");
    if (!predictions.isArray()) {
      throw invalid("has no list 'predictions'");
    }
    if (predictions.size() != count) {
      throw invalid("has %d predictions for %d rows".formatted(predictions.size(), count));
    }
    List<ModelAnswer> answers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      answers.add(answer(i, predictions.get(i)));
    }
    return answers;
  }

  private JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new CeapException(ErrorCode.MODEL_ANSWER_INVALID, message("is no JSON"), e);
    }
  }

  private ModelAnswer answer(int index, JsonNode prediction) {
    return prediction.isObject()
        ? new ModelAnswer(
            score(index, prediction.path("score")),
            discount(index, prediction.path("discount")),
            CONFIDENCES.getOrDefault(prediction.path("confidence").asText(), Optional.empty()))
        : new ModelAnswer(score(index, prediction), OptionalInt.empty());
  }

  private double score(int index, JsonNode score) {
    if (!score.isNumber() || !(score.doubleValue() >= 0 && score.doubleValue() <= 1)) {
      throw wrong(index, "score", "a number in 0..1", score);
    }
    return score.doubleValue();
  }

  private OptionalInt discount(int index, JsonNode discount) {
    if (discount.isMissingNode() || discount.isNull()) {
      return OptionalInt.empty();
    }
    double percent = discount.isNumber() ? discount.doubleValue() : Double.NaN;
    if (!(percent >= 0 && percent <= 100) || percent != Math.rint(percent)) {
      throw wrong(index, "discount", "a whole percent in 0..100", discount);
    }
    return OptionalInt.of((int) percent);
  }

  private CeapException wrong(int index, String what, String wanted, JsonNode found) {
    String value =
        found.isMissingNode() ? "absent" : found.isNumber() ? found.asText() : kind(found);
    return invalid(
        "has prediction %d whose %s should be %s but is %s".formatted(index, what, wanted, value));
  }

  private static String kind(JsonNode node) {
    return "of type " + node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private CeapException invalid(String what) {
    return new CeapException(ErrorCode.MODEL_ANSWER_INVALID, message(what));
  }

  private String message(String what) {
    return "the answer of SageMaker endpoint '%s' %s".formatted(endpoint, what);
  }
}
