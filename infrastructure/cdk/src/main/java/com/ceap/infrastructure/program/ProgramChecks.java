package com.ceap.infrastructure.program;

import com.ceap.infrastructure.construct.Publication;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.model.program.EventSourceSpec;
import com.ceap.model.program.NearestName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What must hold of a valid program for it to be deployed to an environment. */
final class ProgramChecks {
  static final String DEFAULT_BUS = "default";

  /**
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html
   */
  private static final int LONGEST_QUEUE = 80;

  /** Roles, and groups of schedules. */
  private static final int LONGEST_ROLE = 64;

  private final Environment environment;

  ProgramChecks(Environment environment) {
    this.environment = environment;
  }

  List<String> problems(ProgramSource source) {
    List<String> problems = new ArrayList<>();
    Consumer<String> add = problem -> problems.add(source.file() + ": " + problem);
    String id = source.program().programId();
    checkId(id, add);
    checkOwner(source.owner(), add);
    source.program().eventSources().forEach(events -> checkBus(events, add));
    int bytes = source.content().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Publication.LARGEST) {
      add.accept(
          "the file has %,d bytes; at most %,d can be published"
              .formatted(bytes, Publication.LARGEST));
    }
    return problems;
  }

  private void checkId(String id, Consumer<String> add) {
    checkLength(
        "the queue",
        environment.prefix() + QueueNames.deadLetters(QueueNames.events(id)),
        LONGEST_QUEUE,
        add);
    checkLength("the role", environment.prefix() + "scheduler-" + id, LONGEST_ROLE, add);
  }

  private static void checkLength(String what, String name, int longest, Consumer<String> add) {
    if (name.length() > longest) {
      add.accept(
          "programId: %s '%s' would have %d characters; AWS takes %d, so shorten the id by %d"
              .formatted(what, name, name.length(), longest, name.length() - longest));
    }
  }

  private void checkOwner(String owner, Consumer<String> add) {
    if (!environment.alarmEmails().containsKey(owner)) {
      add.accept(
          "owner: '%s' has no address in environments/%s.yaml under alarmEmails%s"
              .formatted(
                  owner, environment.name(), hint(owner, environment.alarmEmails().keySet())));
    }
  }

  private void checkBus(EventSourceSpec source, Consumer<String> add) {
    String bus = source.eventBusName();
    if (!bus.equals(DEFAULT_BUS) && !environment.eventBuses().containsKey(bus)) {
      add.accept(
          "eventSources, %s: the bus '%s' is not in environments/%s.yaml under eventBuses%s"
              .formatted(
                  source.sourceId(),
                  bus,
                  environment.name(),
                  hint(bus, environment.eventBuses().keySet())));
    }
  }

  private static String hint(String given, Collection<String> known) {
    return NearestName.nearest(given, known)
        .map(name -> "; did you mean '" + name + "'?")
        .orElseGet(() -> "; there are " + String.join(", ", known));
  }
}
