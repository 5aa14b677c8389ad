package com.ceap.serving.api;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.scoring.spi.ScoringProviderFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The programs of the tests, read as an environment reads its own. */
public final class TestPrograms implements Function<String, Optional<Program>> {
  public static final ExtensionRegistry<FilterFactory<?>> FILTERS =
      ExtensionRegistry.load(FilterFactory.class);

  private static final ProgramLoader LOADER =
      new ProgramLoader(
          new Extensions(
              ExtensionRegistry.<DataConnectorFactory<?>>load(DataConnectorFactory.class),
              FILTERS,
              ExtensionRegistry.<ScoringProviderFactory<?>>load(ScoringProviderFactory.class),
              ExtensionRegistry.<ChannelFactory<?>>load(ChannelFactory.class)));

  static final String RECO =
      """
      programId: "reco"
      programName: "Picked <for> you"
      marketplaces: ["US", "DE"]
      filterChain:
        - {filterId: trust, type: trust, order: 1}
        - {filterId: inventory, type: business-rule, order: 2, parameters: {requireInStock: true, requireActive: true}}
        - {filterId: eligibility, type: eligibility, order: 3}
        - {filterId: cap, type: business-rule, order: 4, parameters: {maxEmailsPerWeek: 1}}
      channels:
        - {channelId: email, type: email, priority: 1, config: {templateId: t}}
        - {channelId: in-app, type: in-app, priority: 2, config: {sectionName: "Recommended for You", maxProducts: 20}}
        - {channelId: shelf, type: in-app, priority: 3, config: {sectionName: "More like this", maxProducts: 4, refreshInterval: PT15M, ranking: personalised, maxPerCategory: 2}}
        - {channelId: trial, type: in-app, priority: 4, shadow: true, config: {sectionName: "Trial"}}
        - {channelId: closed, type: in-app, priority: 5, enabled: false, config: {sectionName: "Closed"}}
      """;

  private static final String CARTS =
      """
      programId: "carts"
      programName: "Carts"
      subjectType: "cart"
      marketplaces: ["US", "DE"]
      filterChain:
        - {filterId: eligibility, type: eligibility, order: 1}
      channels:
        - {channelId: email, type: email, priority: 1, config: {templateId: t, delayMinutes: 60}}
        - {channelId: in-app, type: in-app, priority: 2, config: {sectionName: "Your cart"}}
      """;

  private static final String PAUSED =
      """
      programId: "paused"
      programName: "Paused"
      enabled: false
      marketplaces: ["US", "DE"]
      channels:
        - {channelId: in-app, type: in-app, config: {sectionName: "Paused"}}
      """;

  private static final String BUGGY =
      """
      programId: "buggy"
      programName: "Buggy"
      marketplaces: ["US"]
      filterChain:
        - {filterId: bug, type: broken, order: 1}
      channels:
        - {channelId: in-app, type: in-app, config: {sectionName: "Buggy"}}
      """;

  private static final String SOURCE =
      """
      dataConnectors:
        - {connectorId: rows, type: athena, config: {query: SELECT 1}}
      """;

  private final Map<String, Program> byId = new ConcurrentHashMap<>();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  TestPrograms() {
    publish(RECO);
    publish(CARTS);
    publish(PAUSED);
    publish(BUGGY);
  }

  /** Puts a program in place of the one of the same id. */
  void publish(String yaml) {
    byte[] whole = (yaml + SOURCE).getBytes(StandardCharsets.UTF_8);
    Program program = LOADER.load("test.yaml", whole).orElseThrow();
    byId.put(program.programId(), program);
  }

  /** Has a program be one that is published and that nobody can read. */
  void breakDown(String programId) {
    broken.add(programId);
  }

  @Override
  public Optional<Program> apply(String programId) {
    if (broken.contains(programId)) {
      throw new CeapException(ErrorCode.PROGRAM_UNREADABLE, programId + " cannot be read");
    }
    return Optional.ofNullable(byId.get(programId));
  }
}
