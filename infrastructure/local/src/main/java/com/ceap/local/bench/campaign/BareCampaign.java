package com.ceap.local.bench.campaign;

import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.Recipient;
import com.ceap.storage.Campaign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures what no campaign can do without, with as many workers as it has. */
record BareCampaign(Workers workers, BareRendering rendering, BareWrites writes) {
  private static final int RENDERED_TOGETHER = 500;

  /** Batches that are in memory at once. */
  private static final int READ_AHEAD = 8;

  /** Measures after the campaign was sent, whose items it reads. */
  CampaignFloor measure(CampaignSending sending, Campaign campaign) {
    int messages = (int) campaign.recipients();
    return new CampaignFloor(render(messages), write(sending, campaign));
  }

  private Effort render(int messages) {
    return workers.effort(
        IntStream.iterate(0, from -> from < messages, from -> from + RENDERED_TOGETHER)
            .<Runnable>mapToObj(
                from -> () -> render(from, Math.min(messages, from + RENDERED_TOGETHER)))
            .toList());
  }

  private void render(int from, int to) {
    for (int i = from; i < to; i++) {
      if (rendering.render(i) == 0) {
        throw new IllegalStateException("nothing was rendered");
      }
    }
  }

  /** Only the writing counts, not the reading of what is to be written. */
  private Effort write(CampaignSending sending, Campaign campaign) {
    Effort effort = Effort.NONE;
    List<BareWrites.Batch> ready = new ArrayList<>();
    for (Map<String, String> keys : batches(sending, campaign)) {
      ready.add(writes.read(keys));
      if (ready.size() == READ_AHEAD) {
        effort = effort.plus(write(ready));
      }
    }
    return effort.plus(write(ready));
  }

  private Effort write(List<BareWrites.Batch> ready) {
    Effort effort =
        workers.effort(ready.stream().<Runnable>map(batch -> () -> writes.write(batch)).toList());
    ready.clear();
    return effort;
  }

  private static List<Map<String, String>> batches(CampaignSending sending, Campaign campaign) {
    List<Map<String, String>> batches = new ArrayList<>();
    sending.manifest(campaign).parts().stream()
        .flatMap(part -> sending.recipients(part).stream())
        .forEach(recipient -> add(recipient, batches));
    return batches;
  }

  private static void add(Recipient recipient, List<Map<String, String>> batches) {
    if (batches.isEmpty() || batches.getLast().size() == BareWrites.TOGETHER) {
      batches.add(new LinkedHashMap<>());
    }
    batches.getLast().put(recipient.messageId(), recipient.customerId());
  }
}
