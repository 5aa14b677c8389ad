package com.ceap.local.bus;

import com.ceap.local.run.LocalRuns;
import com.ceap.model.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that listen to buses. */
public final class BusPrograms {
  private BusPrograms() {}

  /** Abandoned carts, thanks for orders on a bus of its own, and one that is switched off. */
  static List<Program> all(Path folder) {
    return List.of(
        LocalRuns.program("abandoned-cart-recovery"),
        listening(
            folder,
            "thank-you",
            true,
            "orders-bus",
            """
            $or: [{detail-type: ["OrderPlaced"]}, {detail: {carriers: ["b", "c"]}}]
            """),
        listening(folder, "sleepy", false, "sleepy-bus", "source: [\"any.source\"]"));
  }

  /** A program with an event source, given its pattern in YAML on one line. */
  public static Program listening(
      Path folder, String id, boolean enabled, String bus, String pattern) {
    String yaml =
        """
        programId: "%s"
        programName: "%s"
        enabled: %s
        marketplaces: ["UK"]
        eventSources:
          - sourceId: "source"
            type: "eventbridge"
            config:
              eventBusName: "%s"
              eventPattern:
                %s
        exitEvents:
          - source: "acme.basket"
            detailType: "BasketSaved"
        channels:
          - channelId: "in-app"
            type: "in-app"
            enabled: true
            priority: 1
            config:
              sectionName: "S"
        candidateTTLDays: 7
        """
            .formatted(id, id, enabled, bus, pattern.strip());
    try {
      return LocalRuns.program(Files.writeString(folder.resolve(id + ".yaml"), yaml).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
