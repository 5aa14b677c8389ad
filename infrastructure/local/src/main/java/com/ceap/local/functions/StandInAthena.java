package com.ceap.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Athena with one answer to every query, which it lays out where UNLOAD says. Thread-safe. */
final class StandInAthena {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern TO = Pattern.compile("(?s).*\\bTO\\s+'s3://[^/]+/([^']+)'.*");

  private final StandInBucket bucket;
  private final SampleRows rows;

  StandInAthena(StandInBucket bucket, SampleRows rows) {
    this.bucket = bucket;
    this.rows = rows;
  }

  StandInReply reply(String operation, JsonNode request) {
    List<AwsCall> calls = new ArrayList<>(List.of(new AwsCall("athena:" + operation, "")));
    ObjectNode answer = NODES.objectNode();
    switch (operation) {
      case "StartQueryExecution" -> {
        answer.put("QueryExecutionId", "query-1");
        unload(request.path("QueryString").asText(), calls);
      }
      case "GetQueryExecution" ->
          answer
              .putObject("QueryExecution")
              .put("QueryExecutionId", "query-1")
              .putObject("Status")
              .put("State", "SUCCEEDED");
      case "GetQueryResults" -> columns(answer);
      default -> throw new IllegalArgumentException("Athena is not asked to " + operation);
    }
    return StandInReply.json(calls, answer);
  }

  /** Athena writes as whoever asks it. */
  private void unload(String sql, List<AwsCall> calls) {
    Matcher target = TO.matcher(sql);
    if (sql.startsWith("UNLOAD") && target.matches()) {
      rows.chunks()
          .forEach(
              (chunk, body) -> {
                String key = "%schunk=%d/part-0.gz".formatted(target.group(1), chunk);
                bucket.put(key, body);
                calls.add(new AwsCall("s3:PutObject", key));
              });
    }
  }

  private void columns(ObjectNode answer) {
    ArrayNode columns =
        answer.putObject("ResultSet").putObject("ResultSetMetadata").putArray("ColumnInfo");
    rows.columns().forEach((name, type) -> columns.addObject().put("Name", name).put("Type", type));
  }
}
