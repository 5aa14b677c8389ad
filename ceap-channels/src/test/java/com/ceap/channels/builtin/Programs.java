package com.ceap.channels.builtin;

import com.ceap.channels.ShippedPrograms;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Program;

/** Programs of one channel. */
final class Programs {
  private Programs() {}

  /** A program whose channel is named by its type. */
  static Program with(String type, String config) {
    return load(type, config).orElseThrow();
  }

  static LoadResult load(String type, String config) {
    return ShippedPrograms.parse(
        """
        programId: abandoned-cart-recovery
        programName: Carts
        marketplaces: [US]
        subjectType: cart
        eventSources:
          - {sourceId: s, type: eventbridge, config: {eventBusName: b, eventPattern: {source: [x]}}}
        channels:
          - channelId: %s
            type: %s
            config:
        %s
        """
            .formatted(type, type, config.indent(6)));
  }
}
