package com.ceap.local.bench.campaign;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param folder where databases are kept meanwhile
 * @param home the project's folder, with {@code programs/}
 * @param messages how many are sent, of two candidates each
 */
public record CampaignLoad(Path folder, Path home, int messages) {
  /** How many messages each campaign that warms up has at most. */
  static final int MOST_WARMING_UP = 50_000;

  public CampaignLoad {
    folder = folder.toAbsolutePath().normalize();
  }

  /** What a child process is started with. */
  List<String> arguments() {
    return List.of(folder.toString(), home.toString(), Integer.toString(messages));
  }

  /** What {@link #arguments()} gave. */
  static CampaignLoad of(List<String> arguments) {
    return new CampaignLoad(
        Path.of(arguments.get(0)), Path.of(arguments.get(1)), Integer.parseInt(arguments.get(2)));
  }
}
