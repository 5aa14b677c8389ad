package com.ceap.lambdas.etl;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a row goes into a candidate's attributes: every column but the ids, and the engagement
 * metrics that ETL adds.
 */
final class CandidateSchema {
  static final String SECONDS_PER_VIEW = "seconds_per_view";
  static final String ENGAGEMENT = "engagement";

  private final int[] kept;
  private final AttributeSchema schema;
  private final int views;
  private final int seconds;
  private final int cart;

  CandidateSchema(AttributeSchema row, String subjectColumn) {
    List<String> names = new ArrayList<>(row.names());
    names.removeAll(List.of("customer_id", subjectColumn, SECONDS_PER_VIEW, ENGAGEMENT));
    this.kept = names.stream().mapToInt(row::position).toArray();
    names.add(SECONDS_PER_VIEW);
    names.add(ENGAGEMENT);
    this.schema = new AttributeSchema(names);
    this.views = row.position("view_count");
    this.seconds = row.position("time_spent");
    this.cart = row.position("add_to_cart");
  }

  Attributes attributes(Attributes row) {
    Object[] values = new Object[schema.size()];
    for (int i = 0; i < kept.length; i++) {
      values[i] = row.raw(kept[i]);
    }
    if (views >= 0 && row.raw(views) instanceof Long viewCount) {
      addEngagement(row, viewCount, values);
    }
    return new Attributes(schema, values);
  }

  /**
   * Seconds per view, and an engagement of 0 to 1: the mean of views (full at 10), time (full at
   * half an hour) and cart.
   */
  private void addEngagement(Attributes row, long viewCount, Object[] values) {
    double spent = seconds >= 0 && row.raw(seconds) instanceof Long s ? s : 0;
    double inCart = cart >= 0 && Boolean.TRUE.equals(row.raw(cart)) ? 1 : 0;
    if (viewCount > 0 && spent > 0) {
      values[values.length - 2] = spent / viewCount;
    }
    values[values.length - 1] =
        (Math.min(viewCount / 10.0, 1) + Math.min(spent / 1800, 1) + inCart) / 3;
  }
}
