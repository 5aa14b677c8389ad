package com.ceap.local.warehouse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Functions of Athena's SQL that DuckDB lacks or calls by another name, as macros. */
final class TrinoFunctions {
  /** DuckDB wants a format that is constant when the macro is made, so each one has its branch. */
  private static final Map<String, String> DATE_FORMATS =
      Map.ofEntries(
          Map.entry("%Y-%m-%d", "%Y-%m-%d"),
          Map.entry("%Y/%m/%d", "%Y/%m/%d"),
          Map.entry("%Y%m%d", "%Y%m%d"),
          Map.entry("%d.%m.%Y", "%d.%m.%Y"),
          Map.entry("%d/%m/%Y", "%d/%m/%Y"),
          Map.entry("%m/%d/%Y", "%m/%d/%Y"),
          Map.entry("%Y-%m-%d %H:%i", "%Y-%m-%d %H:%M"),
          Map.entry("%Y-%m-%d %H:%i:%s", "%Y-%m-%d %H:%M:%S"),
          Map.entry("%Y-%m-%dT%H:%i:%s", "%Y-%m-%dT%H:%M:%S"),
          Map.entry("%Y-%m-%dT%H:%i:%sZ", "%Y-%m-%dT%H:%M:%SZ"),
          Map.entry("%Y%m%d%H%i%s", "%Y%m%d%H%M%S"),
          Map.entry("%d/%m/%Y %H:%i:%s", "%d/%m/%Y %H:%M:%S"),
          Map.entry("%H:%i:%s", "%H:%M:%S"),
          Map.entry("%Y-%m", "%Y-%m"),
          Map.entry("%Y", "%Y"));

  static final List<String> MACROS =
      List.of(
          "CREATE MACRO date_parse(t, f) AS " + byFormat("strptime(t, %s)"),
          "CREATE MACRO date_format(t, f) AS " + byFormat("strftime(t, %s)"),
          "CREATE MACRO from_unixtime(s) AS to_timestamp(s)",
          "CREATE MACRO to_unixtime(t) AS epoch(t)",
          "CREATE MACRO from_iso8601_timestamp(t) AS CAST(t AS TIMESTAMPTZ)",
          "CREATE MACRO from_iso8601_date(t) AS CAST(t AS DATE)",
          "CREATE MACRO at_timezone(t, zone) AS timezone(zone, t)",
          "CREATE MACRO approx_distinct(x) AS approx_count_distinct(x)",
          "CREATE MACRO regexp_like(t, p) AS regexp_matches(t, p)",
          "CREATE MACRO day_of_week(d) AS isodow(d)",
          "CREATE MACRO day_of_year(d) AS dayofyear(d)",
          "CREATE MACRO json_extract_scalar(j, p) AS"
              + " CASE WHEN json_type(j, p) IN ('OBJECT', 'ARRAY') THEN NULL"
              + " ELSE json_extract_string(j, p) END",
          "CREATE MACRO date_add(d, i) AS d + i, (unit, n, d) AS CASE lower(unit)"
              + " WHEN 'second' THEN d + to_seconds(n) WHEN 'minute' THEN d + to_minutes(n)"
              + " WHEN 'hour' THEN d + to_hours(n) WHEN 'day' THEN d + to_days(n)"
              + " WHEN 'week' THEN d + to_weeks(n) WHEN 'month' THEN d + to_months(n)"
              + " WHEN 'year' THEN d + to_years(n)"
              + " ELSE error('date_add knows second, minute, hour, day, week, month, year') END");

  private TrinoFunctions() {}

  private static String byFormat(String call) {
    String branches =
        DATE_FORMATS.entrySet().stream()
            .map(
                format ->
                    "WHEN %s THEN %s"
                        .formatted(
                            Sql.literal(format.getKey()),
                            call.formatted(Sql.literal(format.getValue()))))
            .sorted()
            .collect(Collectors.joining(" "));
    String known = DATE_FORMATS.keySet().stream().sorted().collect(Collectors.joining(", "));
    String unknown = "locally, a date format should be one of " + known;
    return "CASE f " + branches + " ELSE error(" + Sql.literal(unknown) + ") END";
  }
}
