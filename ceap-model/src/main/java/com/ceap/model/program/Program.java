package com.ceap.model.program;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One program as its YAML says, validated. Lists keep the YAML's order but for filters (by order)
 * and channels (by priority).
 *
 * @param version a hash of the YAML's content
 * @param subjectType what candidates are about, {@code product} unless the YAML says otherwise
 * @param exitEvents what ends a journey, the defaults of its subject type included
 * @param maxRejectRatio the share of raw records, 0 to 1, that may be unreadable before a run fails
 * @param toleratedFailureRatio the share of chunks, 0 to 1, that may fail before a run fails
 * @param jobs when its jobs are due
 * @param costs what its messages cost
 * @param overrides the whole program as it holds for a marketplace that deviates
 */
public record Program(
    String programId,
    String programName,
    String version,
    boolean enabled,
    Optional<String> owner,
    List<String> marketplaces,
    String subjectType,
    List<ConnectorSpec> dataConnectors,
    List<EventSourceSpec> eventSources,
    List<ModelSpec> scoringModels,
    List<FilterSpec> filterChain,
    List<ChannelSpec> channels,
    Optional<Selection> selection,
    Optional<DiscountStrategy> discountStrategy,
    Optional<Deduplication> deduplication,
    DeliveryRules delivery,
    List<ExitEvent> exitEvents,
    Optional<String> batchSchedule,
    int candidateTTLDays,
    double maxRejectRatio,
    double toleratedFailureRatio,
    JobTimes jobs,
    MessageCosts costs,
    Map<String, Program> overrides) {
  public Program {
    marketplaces = List.copyOf(marketplaces);
    dataConnectors = List.copyOf(dataConnectors);
    eventSources = List.copyOf(eventSources);
    scoringModels = List.copyOf(scoringModels);
    filterChain = filterChain.stream().sorted(Comparator.comparingInt(FilterSpec::order)).toList();
    channels = channels.stream().sorted(Comparator.comparingInt(ChannelSpec::priority)).toList();
    exitEvents = List.copyOf(exitEvents);
    overrides = Map.copyOf(overrides);
  }

  /** A program whose jobs and costs are the usual ones. */
  public Program(
      String programId,
      String programName,
      String version,
      boolean enabled,
      Optional<String> owner,
      List<String> marketplaces,
      String subjectType,
      List<ConnectorSpec> dataConnectors,
      List<EventSourceSpec> eventSources,
      List<ModelSpec> scoringModels,
      List<FilterSpec> filterChain,
      List<ChannelSpec> channels,
      Optional<Selection> selection,
      Optional<DiscountStrategy> discountStrategy,
      Optional<Deduplication> deduplication,
      DeliveryRules delivery,
      List<ExitEvent> exitEvents,
      Optional<String> batchSchedule,
      int candidateTTLDays,
      double maxRejectRatio,
      double toleratedFailureRatio,
      Map<String, Program> overrides) {
    this(
        programId,
        programName,
        version,
        enabled,
        owner,
        marketplaces,
        subjectType,
        dataConnectors,
        eventSources,
        scoringModels,
        filterChain,
        channels,
        selection,
        discountStrategy,
        deduplication,
        delivery,
        exitEvents,
        batchSchedule,
        candidateTTLDays,
        maxRejectRatio,
        toleratedFailureRatio,
        JobTimes.DEFAULT,
        MessageCosts.DEFAULT,
        overrides);
  }

  /** The program as it holds for a marketplace. */
  public Program forMarketplace(String marketplace) {
    return overrides.getOrDefault(marketplace, this);
  }

  /** The same program with what deviates by marketplace. */
  Program withOverrides(Map<String, Program> deviations) {
    return new Program(
        programId,
        programName,
        version,
        enabled,
        owner,
        marketplaces,
        subjectType,
        dataConnectors,
        eventSources,
        scoringModels,
        filterChain,
        channels,
        selection,
        discountStrategy,
        deduplication,
        delivery,
        exitEvents,
        batchSchedule,
        candidateTTLDays,
        maxRejectRatio,
        toleratedFailureRatio,
        jobs,
        costs,
        deviations);
  }
}
