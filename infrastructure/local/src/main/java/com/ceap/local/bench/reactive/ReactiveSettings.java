package com.ceap.local.bench.reactive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param folder keeps the models, and databases while they are measured
 * @param home the project's folder, with {@code programs/}
 * @param rate events a second at which the latency is measured
 * @param time for each figure that takes time
 * @param events how many different events there are, and how many are decided with a store
 */
public record ReactiveSettings(Path folder, Path home, double rate, Duration time, int events) {
  /** Each event so often; by then the compilers are done with all that is run often. */
  private static final int WARM_UPS = 15;

  public ReactiveSettings {
    folder = folder.toAbsolutePath().normalize();
  }

  /** What a child process is started with. */
  List<String> arguments() {
    return List.of(
        folder.toString(),
        home.toString(),
        Double.toString(rate),
        time.toString(),
        Integer.toString(events));
  }

  /** The settings that {@link #arguments()} gave. */
  static ReactiveSettings of(List<String> arguments) {
    return new ReactiveSettings(
        Path.of(arguments.get(0)),
        Path.of(arguments.get(1)),
        Double.parseDouble(arguments.get(2)),
        Duration.parse(arguments.get(3)),
        Integer.parseInt(arguments.get(4)));
  }

  Path models() {
    return folder.resolve("models");
  }

  /** How many events are decided before anything is measured, unless that takes too long. */
  long warmUpEvents() {
    return (long) WARM_UPS * events;
  }

  Duration longestWarmUp() {
    return time.multipliedBy(3);
  }
}
