package com.ceap.local.bench.serving;

import com.ceap.local.platform.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param folder keeps what is loaded, for the next time
 * @param home the project's folder, with {@code programs/}
 * @param candidates how many are stored
 * @param time for each figure that takes time
 */
public record ServingLoad(Path folder, Path home, StoreKind store, long candidates, Duration time) {
  public ServingLoad {
    folder = folder.toAbsolutePath().normalize();
  }

  /** What a child process is started with. */
  List<String> arguments() {
    return List.of(
        folder.toString(),
        home.toString(),
        store.name(),
        Long.toString(candidates),
        time.toString());
  }

  /** What {@link #arguments()} gave. */
  static ServingLoad of(List<String> arguments) {
    return new ServingLoad(
        Path.of(arguments.get(0)),
        Path.of(arguments.get(1)),
        StoreKind.valueOf(arguments.get(2)),
        Long.parseLong(arguments.get(3)),
        Duration.parse(arguments.get(4)));
  }

  /** Where the platform keeps its state, of each store its own. */
  Path data() {
    return folder.resolve("serving-" + store.id());
  }
}
