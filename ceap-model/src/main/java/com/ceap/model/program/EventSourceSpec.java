package com.ceap.model.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A source of events.
 *
 * @param eventPattern the native EventBridge pattern, two-number ranges already made numeric
 *     matchers
 */
public record EventSourceSpec(
    String sourceId, String type, String eventBusName, Map<String, Object> eventPattern) {
  public EventSourceSpec {
    eventPattern = Collections.unmodifiableMap(new LinkedHashMap<>(eventPattern));
  }
}
