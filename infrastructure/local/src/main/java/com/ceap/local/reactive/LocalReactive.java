package com.ceap.local.reactive;

import com.ceap.lambdas.topology.QueueNames;
import com.ceap.local.bus.BusCounts;
import com.ceap.local.bus.BusRules;
import com.ceap.local.bus.EventBus;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.engine.Engine;
import com.ceap.local.engine.EngineListener;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.queue.Counters;
import com.ceap.local.queue.DeadLetters;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.QueueCounts;
import com.ceap.local.queue.QueuePolicy;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ObjectPrograms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The reactive side of a data folder, with the programs as they are published when it is made. Any
 * process may put events and look at what there is; to work on it takes the engine's lock.
 * Thread-safe; lives as long as its platform.
 */
public final class LocalReactive {
  private static final int BATCHES = 8;

  private final LocalPlatform platform;
  private final ObjectPrograms programs;
  private final BusRules rules;
  private final DurableQueues queues;
  private final EventBus bus;
  private final DeadLetters letters;
  private final Counters counters;

  public LocalReactive(LocalPlatform platform) {
    this.platform = platform;
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    this.programs = new ObjectPrograms(platform.objects(), loader);
    this.rules = BusRules.of(programs.newest().readable());
    this.queues = new DurableQueues(platform.tables(), platform.clock(), QueuePolicy.DEFAULT);
    this.bus = new EventBus(rules, queues, platform.clock());
    this.letters = new DeadLetters(platform.tables());
    this.counters = new Counters(platform.tables());
  }

  public ObjectPrograms programs() {
    return programs;
  }

  public BusRules rules() {
    return rules;
  }

  public EventBus bus() {
    return bus;
  }

  public DurableQueues queues() {
    return queues;
  }

  public DeadLetters letters() {
    return letters;
  }

  /** An engine for stages; only for whoever holds the engine's lock. */
  public Engine engine(LocalStages stages, EngineListener listener) {
    return new Engine(
        queues,
        stages.byQueue(),
        platform.stores().schedules(),
        stages.recurring(),
        platform.clock(),
        BATCHES,
        stages.beside(listener));
  }

  /** The queues that there are work for: of programs, channels, the lifecycle and campaigns. */
  public List<String> queueNames() {
    List<String> names = new ArrayList<>(List.of(QueueNames.LIFECYCLE, LocalCampaigns.QUEUE));
    programs.newest().readable().stream()
        .filter(program -> !program.eventSources().isEmpty())
        .forEach(program -> names.add(QueueNames.events(program.programId())));
    platform.registries().channels().types().forEach(type -> names.add(QueueNames.touches(type)));
    return names;
  }

  /** Whether nothing is due now and nothing is being worked on, here or in another process. */
  public boolean quiet() {
    Instant now = platform.clock().instant();
    // Work goes from the schedules to the queues, and back to the schedules: looked for in that
    // order it is not missed on its way.
    return queuesIdle() && platform.stores().schedules().due(now, 1).isEmpty() && queuesIdle();
  }

  private boolean queuesIdle() {
    return queueNames().stream().allMatch(queues::idle);
  }

  /** When something is due next; empty where nothing waits. */
  public Optional<Instant> nextMoment() {
    return Stream.concat(
            Stream.of(platform.stores().schedules().nextDue()),
            queueNames().stream().map(queues::nextVisible))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /**
   * How everything stands.
   *
   * @param totals of the stages that work, since they were made
   */
  public ReactiveStatus status(StageTotals totals) {
    Map<String, QueueCounts> counts = new TreeMap<>();
    for (String queue : queueNames()) {
      QueueCounts of = queues.counts(queue);
      if (of.sent() > 0) {
        counts.put(queue, of);
      }
    }
    return new ReactiveStatus(
        platform.clock().state(),
        platform.clock().instant(),
        BusCounts.read(counters),
        counts,
        letters.count(),
        totals,
        nextMoment());
  }
}
