package com.ceap.lambdas.retrain;

import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ExportSql;
import com.ceap.lambdas.export.ExportTable;
import com.ceap.lambdas.export.ParquetEngine;
import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.ObjectStore;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decisions that were exported, with what came of them: the features that a model was given then,
 * and whether the customer bought within the days after. Nothing that names a customer leaves it.
 *
 * @param scratch an existing folder
 */
public record ExportedDecisions(ObjectStore objects, Path scratch, ExportLimits limits) {
  /** How long a purchase counts for a decision; younger decisions have no label yet. */
  public static final int DAYS_TO_BUY = 7;

  /** How far back a model looks: what customers did long ago says little of today. */
  static final int DAYS_BACK = 90;

  /** Of more decisions a part of the customers is taken, so that the rows fit into memory. */
  static final int MOST_ROWS = 500_000;

  private static final String MEETS = "program, customer_id, marketplace, subject_type, subject_id";

  /** Takes a decision's features, and whether the customer bought. */
  @FunctionalInterface
  interface Row {
    void take(Attributes features, boolean bought);
  }

  /**
   * The decisions a model had a part in, the oldest first, that are old enough to be judged.
   *
   * @param columns that the model computes with
   */
  public TrainingSet of(String modelId, List<InputColumn> columns, LocalDate today) {
    try (ParquetEngine engine = engine(modelId, today)) {
      return read(engine, columns);
    }
  }

  /** The decisions in an engine, as numbers. */
  static TrainingSet read(ParquetEngine engine, List<InputColumn> columns) {
    List<LabelledRow> rows = new ArrayList<>();
    int[] unusable = new int[1];
    forEach(
        engine,
        (features, bought) -> {
          try {
            rows.add(new LabelledRow(encoded(columns, features), bought));
          } catch (CeapException e) {
            unusable[0]++;
          }
        });
    List<String> names = columns.stream().map(InputColumn::name).toList();
    return new TrainingSet(new LabelledMatrix(names, rows), unusable[0]);
  }

  /** The columns' numbers for a decision. */
  static double[] encoded(List<InputColumn> columns, Attributes features) {
    return columns.stream().mapToDouble(column -> column.value(features)).toArray();
  }

  /** An engine with the decisions of a model, to be gone through as often as is needed. */
  ParquetEngine engine(String modelId, LocalDate today) {
    ParquetEngine engine = ParquetEngine.open(scratch, limits);
    try {
      ExportedTables tables = new ExportedTables(objects, engine, scratch, today, DAYS_BACK);
      tables.take(
          ExportTable.CANDIDATES,
          "decisions",
          "SELECT %s, dt, event_time, features FROM candidates WHERE list_contains(map_keys(scores), %s)"
              .formatted(MEETS, ExportSql.literal(modelId)));
      tables.take(
          ExportTable.OUTCOMES,
          "sales",
          "SELECT %s, outcome_at FROM outcomes WHERE outcome = 'CONVERTED'".formatted(MEETS));
      engine.run("judging decisions", judged(today));
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** Always in the same order. */
  static void forEach(ParquetEngine engine, Row action) {
    try (PreparedStatement statement = engine.connection().prepareStatement(rows());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        action.take(FeatureText.parse((Map<?, ?>) rows.getObject(1)), rows.getBoolean(2));
      }
    } catch (SQLException e) {
      // Its message may quote data.
      throw new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE, "reading the exported decisions failed");
    }
  }

  private static String judged(LocalDate today) {
    return """
        CREATE TABLE judged AS
        WITH numbered AS (
          SELECT *, row_number() OVER (PARTITION BY %1$s, event_time ORDER BY dt) AS nth
          FROM decisions
        ),
        sold AS (
          SELECT %1$s, min(outcome_at) AS bought_at FROM sales GROUP BY %1$s
        )
        SELECT d.features, d.event_time, %1$s, coalesce(s.bought_at >= d.event_time
          AND s.bought_at < d.event_time + to_days(%2$d), false) AS bought
        FROM numbered d
        LEFT JOIN sold s USING (%1$s)
        WHERE d.nth = 1 AND d.event_time < CAST('%3$s' AS TIMESTAMP) - to_days(%2$d)
        """
        .formatted(MEETS, DAYS_TO_BUY, today);
  }

  private static String rows() {
    return """
        SELECT features, bought FROM judged
        WHERE hash(customer_id) %% 1000000
          < 1000000 * (%1$d / (SELECT greatest(count(*), %1$d) FROM judged))
        ORDER BY event_time, %2$s
        """
        .formatted(MOST_ROWS, MEETS);
  }
}
