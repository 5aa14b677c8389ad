package com.ceap.local.model;

import com.ceap.lambdas.retrain.InputColumn;
import com.ceap.lambdas.retrain.InputColumn.Concentration;
import com.ceap.lambdas.retrain.InputColumn.Log;
import com.ceap.lambdas.retrain.InputColumn.Plain;
import com.ceap.local.sample.LabelledSession;
import com.ceap.local.sample.LabelledSessions;
import com.ceap.model.Attributes;
import java.util.List;
import java.util.Optional;

/**
 * A model of this repository: what it computes with, and what it is trained on.
 *
 * @param sensitivity the feature, 0 to 1, that says how much a lower price moves the customer; a
 *     model without one recommends no discount
 * @param tellsConfidence whether it says how sure it is
 */
record LocalModel(
    String modelId,
    Sessions sessions,
    List<InputColumn> columns,
    Optional<String> sensitivity,
    boolean tellsConfidence) {

  /** The kinds of sessions that models learn from. */
  enum Sessions {
    VISITS,
    CARTS;

    List<LabelledSession> of(LabelledSessions source, int count) {
      return switch (this) {
        case VISITS -> source.visits(count);
        case CARTS -> source.carts(count);
      };
    }
  }

  private static final List<LocalModel> ALL =
      List.of(
          new LocalModel(
              "purchase-intent-v5",
              Sessions.VISITS,
              List.of(
                  new Log("view_count", 5),
                  new Log("time_spent", 300),
                  new Plain("add_to_cart"),
                  new Plain("price_sensitivity")),
              Optional.of("price_sensitivity"),
              false),
          new LocalModel(
              "product-affinity-v3",
              Sessions.VISITS,
              List.of(
                  new Concentration("category_preferences"),
                  new Log("purchase_history", 4),
                  new Log("similar_products", 15)),
              Optional.empty(),
              false),
          new LocalModel(
              "purchase-intent-v4",
              Sessions.CARTS,
              List.of(
                  new Log("purchase_history", 4),
                  new Log("cart_value", 90),
                  new Plain("email_engagement"),
                  new Plain("discount_sensitivity")),
              Optional.of("discount_sensitivity"),
              true));

  LocalModel {
    columns = List.copyOf(columns);
  }

  static List<LocalModel> all() {
    return ALL;
  }

  List<String> columnNames() {
    return columns.stream().map(InputColumn::name).toList();
  }

  List<String> features() {
    return columns.stream().map(InputColumn::feature).distinct().toList();
  }

  double[] encode(Attributes row) {
    double[] values = new double[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value(row);
    }
    return values;
  }
}
