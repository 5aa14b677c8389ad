package com.ceap.local.model;

import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ExportSql;
import com.ceap.lambdas.export.ExportTable;
import com.ceap.lambdas.export.ExportedFiles;
import com.ceap.lambdas.export.ParquetEngine;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.FolderObjectStore;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decisions that were exported, with what came of them: the features that a model was given then,
 * and whether the customer bought within the days after.
 */
record ExportedDecisions(FolderObjectStore objects, Path scratch) {
  /** How long a purchase counts for a decision; younger decisions have no label yet. */
  static final int DAYS_TO_BUY = 7;

  private static final String QUERY =
      """
      WITH decisions AS (
        SELECT *, row_number() OVER (
          PARTITION BY program, customer_id, marketplace, subject_type, subject_id, event_time
          ORDER BY dt) AS first
        FROM candidates
        WHERE list_contains(map_keys(scores), ?)
      ),
      sales AS (
        SELECT program, customer_id, marketplace, subject_type, subject_id, min(outcome_at) AS bought_at
        FROM outcomes WHERE outcome = 'CONVERTED'
        GROUP BY program, customer_id, marketplace, subject_type, subject_id
      )
      SELECT d.features, coalesce(s.bought_at >= d.event_time
        AND s.bought_at < d.event_time + to_days(?), false) AS bought
      FROM decisions d
      LEFT JOIN sales s USING (program, customer_id, marketplace, subject_type, subject_id)
      WHERE d.first = 1 AND d.event_time < CAST(? AS TIMESTAMP) - to_days(?)
      ORDER BY d.event_time, d.program, d.customer_id, d.marketplace, d.subject_type, d.subject_id
      """;

  /**
   * The rows that a model learns from.
   *
   * @param unusable decisions that lack a feature of the model
   */
  record Labelled(LabelledMatrix rows, int unusable) {}

  /** The decisions a model had a part in, the oldest first, that are old enough to be judged. */
  Labelled of(LocalModel model, LocalDate today) {
    try (ParquetEngine engine = ParquetEngine.open(scratch, ExportLimits.DEFAULT)) {
      for (ExportTable table : List.of(ExportTable.CANDIDATES, ExportTable.OUTCOMES)) {
        List<Path> files =
            ExportedFiles.of(objects, table, Optional.empty()).stream().map(objects::path).toList();
        engine.run("opening " + table.id(), ExportSql.view(table, files));
      }
      return read(engine, model, today);
    }
  }

  private static Labelled read(ParquetEngine engine, LocalModel model, LocalDate today) {
    try (PreparedStatement statement = engine.connection().prepareStatement(QUERY)) {
      statement.setString(1, model.modelId());
      statement.setInt(2, DAYS_TO_BUY);
      statement.setString(3, today.toString());
      statement.setInt(4, DAYS_TO_BUY);
      try (ResultSet rows = statement.executeQuery()) {
        return labelled(model, rows);
      }
    } catch (SQLException e) {
      // Its message may quote data.
      throw new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE, "reading the exported decisions failed");
    }
  }

  private static Labelled labelled(LocalModel model, ResultSet rows) throws SQLException {
    List<LabelledRow> labelled = new ArrayList<>();
    int unusable = 0;
    while (rows.next()) {
      try {
        Map<?, ?> features = (Map<?, ?>) rows.getObject(1);
        double[] values = model.encode(FeatureText.parse(features));
        labelled.add(new LabelledRow(values, rows.getBoolean(2)));
      } catch (CeapException e) {
        unusable++;
      }
    }
    return new Labelled(new LabelledMatrix(model.columnNames(), labelled), unusable);
  }
}
