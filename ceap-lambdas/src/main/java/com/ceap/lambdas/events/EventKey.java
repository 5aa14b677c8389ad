package com.ceap.lambdas.events;

import com.ceap.model.Identifiers;
import com.ceap.model.program.Deduplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the events of a program are recognised by. Of the fields that {@code keyFormat} names,
 * {@code customerId}, {@code subjectId} and {@code programId} are always known, all others come
 * from the detail. Programs never share keys. Thread-safe.
 */
final class EventKey {
  private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");
  private static final String WANTED =
      "text, a number or a flag, since deduplication.keyFormat names it";

  private final String programId;
  private final String format;
  private final List<String> fields;

  EventKey(String programId, Deduplication deduplication) {
    this.programId = programId;
    this.format = deduplication.keyFormat();
    this.fields = FIELD.matcher(format).results().map((MatchResult r) -> r.group(1)).toList();
  }

  /** The key as a hash, which says nothing about the customer. */
  String of(String customerId, String subjectId, JsonNode detail, EventProblems problems) {
    List<String> parts = new ArrayList<>(fields.size() + 3);
    parts.addAll(List.of("event", programId, format));
    for (String field : fields) {
      parts.add(
          switch (field) {
            case "customerId" -> customerId;
            case "subjectId" -> subjectId;
            case "programId" -> programId;
            default -> value(field, detail, problems);
          });
    }
    return Identifiers.hash(parts.toArray(String[]::new));
  }

  private static String value(String field, JsonNode detail, EventProblems problems) {
    JsonNode found = detail.path(field);
    if (found.isMissingNode() || found.isNull()) {
      problems.missing("detail." + field, WANTED);
    } else if (!found.isValueNode()) {
      problems.wrong("detail." + field, WANTED, found);
    }
    return found.asText();
  }
}
