package com.ceap.local.bench.campaign;

import com.ceap.local.bench.ChildJvm;
import com.ceap.local.bench.load.WarmJvm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures a campaign in a process of its own, with a bounded heap. */
public final class CampaignBenchmark {
  private static final String HEAP = "512m";
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final CampaignLoad load;
  private final Consumer<String> progress;

  public CampaignBenchmark(CampaignLoad load, Consumer<String> progress) {
    this.load = load;
    this.progress = progress;
  }

  /**
   * With the whole heap in use from the start, memory that grows is not taken for a heap's; and
   * what the stores of warm-ups have freed goes back to the system.
   */
  private static List<String> options() {
    List<String> options = new ArrayList<>(WarmJvm.options(HEAP));
    options.addAll(List.of("-XX:+AlwaysPreTouch", "-XX:TrimNativeHeapInterval=1000"));
    return options;
  }

  /** Measures. */
  public CampaignFigures run() {
    ChildJvm jvm = new ChildJvm("campaign", options(), CampaignChild.class, load.arguments());
    try {
      return new ObjectMapper().treeToValue(jvm.run(LIMIT, progress), CampaignFigures.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the process of the campaign answered oddly", e);
    }
  }
}
