package com.ceap.lambdas.retrain;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model answered in a batch transform, a line for each request line.
 *
 * @param discounts whether it recommended any
 */
record ModelAnswers(List<Double> scores, boolean discounts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  ModelAnswers {
    scores = List.copyOf(scores);
  }

  /**
   * Reads the answers of a folder.
   *
   * @param model for the message
   * @throws CeapException MODEL_ANSWER_INVALID unless there is a score in 0..1 for each row
   */
  static ModelAnswers read(ObjectStore objects, String folder, String model, int rows) {
    String key = folder + TrainingFiles.HELD_OUT + ".out";
    List<Double> scores = new ArrayList<>();
    boolean discounts = false;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(objects.open(key), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (JsonNode prediction : JSON.readTree(line).path("predictions")) {
          scores.add(score(prediction, model, scores.size()));
          discounts |= prediction.path("discount").isNumber();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
    if (scores.size() != rows) {
      throw invalid(model, "%d predictions for %d held-out rows".formatted(scores.size(), rows));
    }
    return new ModelAnswers(scores, discounts);
  }

  private static double score(JsonNode prediction, String model, int row) {
    JsonNode score = prediction.isObject() ? prediction.path("score") : prediction;
    if (!score.isNumber() || !(score.doubleValue() >= 0 && score.doubleValue() <= 1)) {
      throw invalid(model, "no score in 0..1 for held-out row " + row);
    }
    return score.doubleValue();
  }

  private static CeapException invalid(String model, String what) {
    return new CeapException(
        ErrorCode.MODEL_ANSWER_INVALID,
        "the batch transform of model '%s' has %s".formatted(model, what));
  }

  double[] probabilities() {
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
