package com.ceap.local.bench;

import com.ceap.filters.FilterOutcome;
import com.ceap.lambdas.batch.RunSummary;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows, as every engine must count it.
 *
 * @param bad records that cannot be read, by reason
 * @param notServed unique candidates of a marketplace that the program does not serve
 * @param unique candidates that met the filters
 * @param eligible candidates that are left, all of them scored
 */
public record Funnel(
    long raw,
    Map<String, Long> bad,
    long duplicates,
    long notServed,
    long unique,
    List<FilterOutcome> filters,
    long eligible) {
  static final String ETL = "etl";
  static final String PROGRAM = "product-recommendations";
  static final List<String> CHAIN =
      List.of("trust", "purchase-intent", "inventory", "eligibility", "frequency-cap");

  public Funnel {
    bad = Collections.unmodifiableMap(new TreeMap<>(bad));
    filters = List.copyOf(filters);
  }

  /** The funnel of a run, whose scored candidates are its eligible ones. */
  public static Funnel of(RunSummary run) {
    return new Funnel(
        run.raw(),
        run.recordReasons(),
        run.duplicates(),
        run.notServed(),
        run.unique(),
        run.filters(),
        run.scored());
  }

  /** The funnel that follows from counting each row and each unique candidate once. */
  static Funnel of(long raw, Map<String, Long> bad, Map<Rejected, Long> rejected, long eligible) {
    long readable = raw - sum(bad);
    long notServed = sum(reasons(rejected, ETL));
    long unique = sum(rejected) - notServed + eligible;
    return new Funnel(
        raw,
        bad,
        readable - unique - notServed,
        notServed,
        unique,
        filters(unique, rejected),
        eligible);
  }

  private static List<FilterOutcome> filters(long unique, Map<Rejected, Long> rejected) {
    List<FilterOutcome> outcomes = new ArrayList<>();
    long in = unique;
    for (String filter : CHAIN) {
      Map<String, Long> reasons = reasons(rejected, filter);
      outcomes.add(new FilterOutcome(filter, in, sum(reasons), reasons));
      in -= sum(reasons);
    }
    return outcomes;
  }

  private static Map<String, Long> reasons(Map<Rejected, Long> rejected, String filter) {
    Map<String, Long> reasons = new TreeMap<>();
    rejected.forEach(
        (why, count) -> {
          if (why.filterId().equals(filter)) {
            reasons.put(why.reasonCode(), count);
          }
        });
    return reasons;
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Equal funnels have equal JSON. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("raw", raw);
    bad.forEach(json.putObject("bad")::put);
    json.put("duplicates", duplicates);
    json.put("notServed", notServed);
    json.put("unique", unique);
    ObjectNode chain = json.putObject("filters");
    for (FilterOutcome filter : filters) {
      filter.reasons().forEach(chain.putObject(filter.filterId())::put);
    }
    json.put("eligible", eligible);
    return json;
  }
}
