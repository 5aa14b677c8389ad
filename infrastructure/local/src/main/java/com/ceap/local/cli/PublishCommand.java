package com.ceap.local.cli;

import com.ceap.local.bus.BusRules;
import com.ceap.local.bus.EntryResult;
import com.ceap.local.bus.PutEntry;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes events from files. */
@Command(
    name = "publish",
    description = {
      "Publishes events: from JSON lines, a JSON array or one object, each as an entry of"
          + " PutEvents (Source, DetailType, Detail, EventBusName, Time) or as an event (source,"
          + " detail-type, detail, time).",
      "Where no `ceap up` runs on the data folder, what follows from them is worked off at once;"
          + " otherwise that does it."
    })
final class PublishCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
  private List<String> files;

  @Option(
      names = "--direct",
      paramLabel = "PROGRAM",
      description = "Put them into this program's queue, past the bus and the program's pattern.")
  private String direct;

  @Option(
      names = "--bus",
      paramLabel = "NAME",
      description =
          "The bus of what names none. Default: for events the one bus of the programs, for"
              + " entries of PutEvents 'default'.")
  private String bus;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  PublishCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PublishTally tally = new PublishTally(output);
    files.forEach(PublishCommand::requireReadable);
    try (LocalPlatform platform = data.open(context)) {
      String result =
          new ReactiveWork(platform, context, output, "./ceap publish")
              .putAndWork(reactive -> publish(reactive, tally));
      if (output.json()) {
        output.print(tally.json().put("work", result));
      } else {
        output.line("%s%n%s", tally.text(), result);
      }
    }
    return tally.anyRefused() ? 1 : 0;
  }

  private void publish(LocalReactive reactive, PublishTally tally) {
    Publishing publishing =
        new Publishing(door(reactive), eventBus(reactive), bus != null, tally::add);
    for (String file : files) {
      try (BufferedReader in = open(file)) {
        new EventFile(file, in, publishing::take).read();
      } catch (IOException e) {
        throw new CeapException(
            ErrorCode.ARGUMENT_INVALID, "cannot read %s: %s".formatted(file, e), e);
      }
      publishing.flush();
    }
  }

  /** Before anything is opened or made. */
  private static void requireReadable(String file) {
    Path path = Path.of(file);
    if (!file.equals("-") && !(Files.isReadable(path) && Files.isRegularFile(path))) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "cannot read %s: %s"
              .formatted(
                  file, Files.exists(path) ? "it is no file to be read" : "there is no such file"));
    }
  }

  private static BufferedReader open(String file) throws IOException {
    return file.equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(file));
  }

  private Function<List<PutEntry>, List<EntryResult>> door(LocalReactive reactive) {
    if (direct == null) {
      return reactive.bus()::put;
    }
    List<String> known =
        reactive.programs().newest().readable().stream()
            .filter(program -> !program.eventSources().isEmpty())
            .map(Program::programId)
            .toList();
    if (!known.contains(direct)) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "there is no program '%s' that takes events; known are %s"
              .formatted(direct, String.join(", ", known)));
    }
    return entries -> reactive.bus().direct(direct, entries);
  }

  private String eventBus(LocalReactive reactive) {
    if (bus != null) {
      return bus;
    }
    Set<String> buses = new TreeSet<>(reactive.rules().buses());
    buses.remove(BusRules.DEFAULT_BUS);
    return buses.size() == 1 ? buses.iterator().next() : BusRules.DEFAULT_BUS;
  }
}
