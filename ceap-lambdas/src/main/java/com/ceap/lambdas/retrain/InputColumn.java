package com.ceap.lambdas.retrain;

import com.ceap.model.AttributeTypeException;
import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.Collection;
import java.util.Map;

/** One number that a model computes with, from a feature of the row. */
public sealed interface InputColumn {
  String feature();

  /** Unique within a model. */
  String name();

  /**
   * The column's number for a row.
   *
   * @throws CeapException FEATURE_MISSING, or RECORD_INVALID for a value the model cannot take
   */
  double value(Attributes row);

  /** The number as it is; a flag counts 0 or 1. */
  record Plain(String feature) implements InputColumn {
    @Override
    public String name() {
      return feature;
    }

    @Override
    public double value(Attributes row) {
      return number(row, feature);
    }
  }

  /**
   * ln((1 + x) / (1 + typical)) of a count, a time or an amount: what doubles it matters, not what
   * adds to it. Around 0 for typical rows, which lets the gradient descent converge soon.
   */
  record Log(String feature, double typical) implements InputColumn {
    @Override
    public String name() {
      return "ln_" + feature;
    }

    @Override
    public double value(Attributes row) {
      double value = number(row, feature);
      if (value < 0) {
        throw unusable(feature, "a number of at least 0", String.valueOf(value));
      }
      return Math.log1p(value) - Math.log1p(typical);
    }
  }

  /**
   * The sum of the squared shares of a map of weights. That is the share which the category of a
   * visited product has on average when visits follow the weights; the candidate's own category is
   * not among the features.
   */
  record Concentration(String feature) implements InputColumn {
    @Override
    public String name() {
      return feature + "_concentration";
    }

    @Override
    public double value(Attributes row) {
      double sum = 0;
      double squares = 0;
      for (Object weight : weights(row, feature)) {
        double value = weight(weight, feature);
        sum += value;
        squares += value * value;
      }
      return sum == 0 ? 0 : squares / (sum * sum);
    }
  }

  /**
   * The feature as trees take it: a number as it is, a flag as 0 or 1, of a map of weights its
   * {@link Concentration}.
   */
  record ByKind(String feature) implements InputColumn {
    @Override
    public String name() {
      return feature;
    }

    @Override
    public double value(Attributes row) {
      return row.find(feature).orElseThrow(() -> missing(feature)) instanceof Map<?, ?>
          ? new Concentration(feature).value(row)
          : number(row, feature);
    }
  }

  private static double number(Attributes row, String feature) {
    try {
      double value = row.number(feature).orElseThrow(() -> missing(feature));
      if (!Double.isFinite(value)) {
        throw unusable(feature, "a finite number", String.valueOf(value));
      }
      return value;
    } catch (AttributeTypeException e) {
      throw new CeapException(ErrorCode.RECORD_INVALID, e.getMessage(), e);
    }
  }

  private static Collection<?> weights(Attributes row, String feature) {
    Object value = row.find(feature).orElseThrow(() -> missing(feature));
    if (value instanceof Map<?, ?> map) {
      return map.values();
    }
    throw unusable(feature, "a map of weights", "a " + value.getClass().getSimpleName());
  }

  private static double weight(Object weight, String feature) {
    if (weight instanceof Number number
        && number.doubleValue() >= 0
        && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw unusable(feature, "a map whose weights are numbers of at least 0", "another weight");
  }

  private static CeapException missing(String feature) {
    return new CeapException(
        ErrorCode.FEATURE_MISSING, "the model needs the feature " + feature + ", the row has none");
  }

  private static CeapException unusable(String feature, String right, String was) {
    return new CeapException(
        ErrorCode.RECORD_INVALID, "the feature " + feature + " must be " + right + ", was " + was);
  }
}
