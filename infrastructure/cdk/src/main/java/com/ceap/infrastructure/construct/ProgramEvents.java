package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.lifecycle.LifecycleRoutes;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.QueueSpec;
import com.ceap.model.program.EventSourceSpec;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * A program's events: a rule for each source, the queue behind them, and the function that works it
 * off with a concurrency of this program's own, so that no program waits for another.
 */
public final class ProgramEvents extends Construct {
  private final Environment environment;
  private final Names names;
  private final WorkQueue queue;

  public ProgramEvents(
      Construct scope, Environment environment, Program program, QueueSpec spec, Edge edge) {
    super(scope, "events");
    this.environment = environment;
    this.names = new Names(environment);
    String name = QueueNames.events(program.programId());
    this.queue = new WorkQueue(this, "queue", names, name, spec);
    queue.acceptEvents(List.of(names.arn("events", "rule/*")));
    program.eventSources().forEach(source -> rule(program, source));
    new QueueFeed(
        this,
        queue,
        names.liveArn(FunctionName.REACTIVE),
        edge,
        environment.concurrency().reactive());
    exits(program);
  }

  private void rule(Program program, EventSourceSpec source) {
    new QueueRule(
        this,
        "source-" + source.sourceId(),
        Optional.ofNullable(environment.eventBuses().get(source.eventBusName())),
        source.eventPattern(),
        program.enabled(),
        new QueueRule.Target(queue.queue().getQueueArn(), queue.deadLetters().getQueueArn()));
  }

  /** What ends this program's journeys beside what ends everybody's. */
  private void exits(Program program) {
    Set<EventType> own = new TreeSet<>(ProgramEvents::byName);
    own.addAll(LifecycleRoutes.of(List.of(program)));
    own.removeAll(LifecycleRoutes.of(List.of()));
    if (!own.isEmpty()) {
      new LifecycleRules(
          this,
          environment.eventBuses().values(),
          own,
          new QueueRule.Target(
              names.queueArn(QueueNames.LIFECYCLE), names.deadLettersArn(QueueNames.LIFECYCLE)));
    }
  }

  private static int byName(EventType one, EventType other) {
    return (one.source() + "\n" + one.detailType())
        .compareTo(other.source() + "\n" + other.detailType());
  }

  public Queue queue() {
    return queue.queue();
  }

  public Queue deadLetters() {
    return queue.deadLetters();
  }
}
