package com.ceap.local.story;

import com.ceap.local.bus.PutEntry;
import com.ceap.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What readers of the story do with messages: most arrive, some are opened, and who buys has mostly
 * come by a link. A few prefetchers look at mail in the second it arrives.
 */
record Readers(long seed, StoryEvents events) {
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);
  private static final Duration UNTIL_READ = Duration.ofMinutes(35);
  private static final Duration UNTIL_CLICKED = Duration.ofMinutes(36);
  private static final int MOMENTS = 100;

  private static final double ARRIVES = 0.97;
  private static final double PREFETCHED = 0.1;
  private static final double OPENS = 0.35;
  private static final double CLICKS = 0.3;
  private static final double BUYER_CLICKS = 0.85;

  /**
   * What is said of a message.
   *
   * @param buys whether its reader buys
   */
  List<PutEntry> of(StoryCart cart, Message message, boolean buys) {
    StoryDraws draws = new StoryDraws(seed, cart.number(), MOMENTS + message.touch());
    boolean arrives = buys || draws.chance(ARRIVES);
    boolean prefetched = draws.chance(PREFETCHED) && message.channelType().equals("email");
    boolean opens = buys || draws.chance(OPENS);
    boolean clicks = opens && draws.chance(buys ? BUYER_CLICKS : CLICKS);
    Instant sent = message.at();
    List<PutEntry> said = new ArrayList<>();
    said.add(events.said(message, arrives ? "delivered" : "bounced", sent.plus(ON_ITS_WAY)));
    if (arrives && prefetched) {
      said.add(events.said(message, "opened", sent.plus(ON_ITS_WAY)));
    }
    // Nobody can tell when a text message is read.
    if (arrives && opens && !message.channelType().equals("sms")) {
      said.add(events.said(message, "opened", sent.plus(UNTIL_READ)));
    }
    if (arrives && clicks) {
      said.add(events.said(message, "clicked", sent.plus(UNTIL_CLICKED)));
    }
    return said;
  }
}
