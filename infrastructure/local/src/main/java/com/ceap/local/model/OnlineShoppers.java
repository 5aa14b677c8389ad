package com.ceap.local.model;

import com.ceap.lambdas.retrain.LabelledMatrix;
import com.ceap.lambdas.retrain.LabelledRow;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the same kind of model does on real sessions: UCI Online Shoppers Purchasing Intention
 * (dataset 468, CC BY 4.0). {@code view_count} is ProductRelated and {@code time_spent}
 * ProductRelated_Duration. PageValues stays out: it is computed from the transactions that are to
 * be foretold.
 */
public final class OnlineShoppers {
  private static final String FILE = "online_shoppers_intention.csv.gz";
  private static final double TRAINING_SHARE = 0.7;

  /** The two columns that the sample's purchase-intent model knows as well. */
  private static final List<String> BEHAVIOUR = List.of("ln_view_count", "ln_time_spent");

  private static final List<String> MONTHS =
      List.of("Feb", "Mar", "May", "June", "Jul", "Aug", "Sep", "Oct", "Nov");

  private OnlineShoppers() {}

  /** The outcome of the evaluation. */
  public sealed interface Outcome {
    /**
     * What was measured on held-out sessions.
     *
     * @param behaviour with view count and time alone
     * @param everything with every column that is known before a purchase
     */
    record Evaluated(TrainingReport behaviour, TrainingReport everything) implements Outcome {}

    /** The data is not there. */
    record Skipped(String reason) implements Outcome {}
  }

  /**
   * Trains on 70 % of the sessions and reports on the others.
   *
   * @param folder that holds online_shoppers_intention.csv.gz
   */
  public static Outcome evaluate(Path folder, long seed) {
    Path file = folder.resolve(FILE);
    if (!Files.isReadable(file)) {
      return new Outcome.Skipped("no evaluation on real sessions: " + file + " is not there");
    }
    LabelledMatrix all = read(file, seed);
    int split = (int) (all.rows().size() * TRAINING_SHARE);
    return new Outcome.Evaluated(
        fit("online-shoppers-behaviour", all.only(BEHAVIOUR), split, seed),
        fit("online-shoppers", all, split, seed));
  }

  private static TrainingReport fit(String name, LabelledMatrix all, int split, long seed) {
    return LogisticFit.fit(name, all.slice(0, split), all.slice(split, all.rows().size()), seed)
        .report();
  }

  private static LabelledMatrix read(Path file, long seed) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query(file, seed))) {
      return matrix(rows);
    } catch (SQLException e) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Duplicate rows are dropped before the split, so that none lies on both sides; the order is a
   * hash of the row with the seed.
   */
  private static String query(Path file, long seed) {
    String months =
        MONTHS.stream()
            .map(m -> "CAST(Month = '" + m + "' AS INTEGER) AS month_" + m.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return """
        SELECT ln(1 + ProductRelated) AS ln_view_count,
               ln(1 + ProductRelated_Duration) AS ln_time_spent,
               ln(1 + Administrative) AS ln_administrative,
               ln(1 + Administrative_Duration) AS ln_administrative_time,
               ln(1 + Informational) AS ln_informational,
               ln(1 + Informational_Duration) AS ln_informational_time,
               10 * BounceRates AS bounce_rates,
               10 * ExitRates AS exit_rates,
               SpecialDay AS special_day,
               CAST(VisitorType = 'Returning_Visitor' AS INTEGER) AS returning_visitor,
               CAST(Weekend AS INTEGER) AS weekend,
               %s,
               CAST(Revenue AS BOOLEAN) AS bought
        FROM (SELECT DISTINCT * FROM read_csv('%s', header = true)) AS s
        ORDER BY md5(CAST(s AS VARCHAR) || '%d')
        """
        .formatted(months, file.toString().replace("'", "''"), seed);
  }

  private static LabelledMatrix matrix(ResultSet rows) throws SQLException {
    int width = rows.getMetaData().getColumnCount() - 1;
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(rows.getMetaData().getColumnName(i));
    }
    List<LabelledRow> all = new ArrayList<>();
    while (rows.next()) {
      double[] values = new double[width];
      for (int i = 0; i < width; i++) {
        values[i] = rows.getDouble(i + 1);
      }
      all.add(new LabelledRow(values, rows.getBoolean(width + 1)));
    }
    return new LabelledMatrix(columns, all);
  }
}
