package com.ceap.model.program;

/** How repeated events are recognised. */
public record Deduplication(
    @Key(value = "Whether repeated events are dropped.", defaultYaml = "true") boolean enabled,
    @Key(value = "How many days an event is remembered, at least 1.", defaultYaml = "7", min = 1)
        int ttlDays,
    @Key(
            value =
                "The key in braces of an event's fields, such as '{customerId}:{cartId}:{programId}'.",
            defaultYaml = "\"{customerId}:{subjectId}:{programId}\"")
        String keyFormat) {}
