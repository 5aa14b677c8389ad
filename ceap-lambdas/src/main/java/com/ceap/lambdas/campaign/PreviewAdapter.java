package com.ceap.lambdas.campaign;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;

/** Takes every message, keeps the first few and sends none. Not thread-safe. */
final class PreviewAdapter implements ChannelAdapter {
  private final String type;
  private final int most;
  private final List<OutgoingMessage> kept = new ArrayList<>();

  PreviewAdapter(String type, int most) {
    this.type = type;
    this.most = most;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Handover send(OutgoingMessage message) {
    if (kept.size() < most) {
      kept.add(message);
    }
    return new Handover.Accepted("not-sent");
  }

  List<OutgoingMessage> kept() {
    return List.copyOf(kept);
  }
}
