package com.ceap.infrastructure.construct;

import com.ceap.lambdas.events.EventType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * Rules that bring events of some types to the lifecycle queue, one for each bus and source: what
 * AWS's services say comes on the default bus alone, all else on any bus.
 */
public final class LifecycleRules extends Construct {
  private static final String AWS = "aws.";

  private final QueueRule.Target target;

  public LifecycleRules(
      Construct scope,
      Collection<String> buses,
      Collection<EventType> types,
      QueueRule.Target target) {
    super(scope, "lifecycle-rules");
    this.target = target;
    bySource(types).forEach((source, details) -> add(buses, source, details));
  }

  private static Map<String, ? extends Set<String>> bySource(Collection<EventType> types) {
    return types.stream()
        .collect(
            Collectors.groupingBy(
                EventType::source,
                TreeMap::new,
                Collectors.mapping(EventType::detailType, Collectors.toCollection(TreeSet::new))));
  }

  private void add(Collection<String> buses, String source, Collection<String> details) {
    Map<String, Object> pattern =
        new TreeMap<>(Map.of("detail-type", List.copyOf(details), "source", List.of(source)));
    add("default-" + source, Optional.empty(), pattern);
    if (!source.startsWith(AWS)) {
      buses.forEach(bus -> add(bus + "-" + source, Optional.of(bus), pattern));
    }
  }

  private void add(String id, Optional<String> bus, Map<String, Object> pattern) {
    new QueueRule(this, id, bus, pattern, true, target);
  }
}
