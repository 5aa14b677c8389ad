package com.ceap.model.program;

import java.util.regex.Pattern;

/** How repeated events are recognised. */
public record Deduplication(
    @Key(value = "Whether repeated events are dropped.", defaultYaml = "true") boolean enabled,
    @Key(value = "How many days an event is remembered, at least 1.", defaultYaml = "7", min = 1)
        int ttlDays,
    @Key(
            value =
                "The key in braces of an event's fields, such as '{customerId}:{cartId}:{programId}'.",
            defaultYaml = "\"{customerId}:{subjectId}:{programId}\"")
        String keyFormat) {
  private static final Pattern FIELD = Pattern.compile("\\{\\w+}");

  public Deduplication {
    String rest = FIELD.matcher(keyFormat).replaceAll("");
    if (rest.equals(keyFormat) || rest.contains("{") || rest.contains("}")) {
      throw new IllegalArgumentException(
          "keyFormat '%s' does not name its fields in braces; write it like '{customerId}:{cartId}'"
              .formatted(keyFormat));
    }
  }
}
