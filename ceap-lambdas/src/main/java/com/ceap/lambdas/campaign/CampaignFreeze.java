package com.ceap.lambdas.campaign;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import com.ceap.storage.CampaignKey;
import com.ceap.storage.CampaignRepository;
import com.ceap.storage.Run;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Freezes campaigns: decides once who of a run gets what and when, and writes it down. Of several
 * attempts at the same campaign the first one stands. Thread-safe.
 */
public final class CampaignFreeze {
  private static final int SMALLEST_PART = 500;

  /** So that what a state machine is told of them stays far below 256 KB. */
  private static final int MOST_PARTS = 400;

  private static final int LOOKED_AT = 50;

  private final CampaignPorts ports;
  private final CampaignSelection selection;
  private final CampaignObjects objects;

  public CampaignFreeze(CampaignPorts ports) {
    this.ports = ports;
    this.selection = new CampaignSelection(ports.stores().candidates(), ports.stores().customers());
    this.objects = new CampaignObjects(ports.objects());
  }

  /**
   * Freezes a campaign for each campaign channel of a run.
   *
   * @param program the version that the run was made with
   * @throws CeapException RUN_FAILED where the run did not complete: it feeds no campaign
   */
  public List<Campaign> freezeAll(Program program, Run run) {
    return CampaignChannel.of(program).stream()
        .map(channel -> freeze(program, run, channel, Timing.OF_PROGRAM))
        .toList();
  }

  /**
   * Freezes the campaign of a run on one channel. Campaigns of the channel of which nothing has
   * gone out yet give way to it.
   *
   * @throws CeapException RUN_FAILED where the run did not complete; TEMPLATE_INVALID
   */
  public Campaign freeze(Program program, Run run, CampaignChannel channel, Timing timing) {
    requireComplete(run);
    CampaignKey key =
        new CampaignKey(
            run.programId(), run.businessDate(), run.runId(), channel.id(), timing.text());
    Optional<Campaign> standing = campaigns().find(key);
    return standing.isPresent() ? standing.get() : write(program, run, key, channel, timing);
  }

  private CampaignRepository campaigns() {
    return ports.stores().campaigns();
  }

  /** The list as it would be frozen now; nothing is written. */
  public FrozenList list(Program program, Run run, CampaignChannel channel, Timing timing) {
    requireComplete(run);
    return selection.select(program, channel, run.runId(), timing.of(channel.sending()), now());
  }

  private Campaign write(
      Program program, Run run, CampaignKey key, CampaignChannel channel, Timing timing) {
    String template = channel.templateId().map(ports.templateVersions()).orElse("");
    Instant now = now();
    FrozenList list = list(program, run, channel, timing);
    String folder = "campaigns/%s/%d/".formatted(key.name(), now.toEpochMilli());
    Manifest manifest = new Manifest(parts(folder, list));
    Campaign campaign =
        new Campaign(
            key,
            program.version(),
            channel.type(),
            template,
            now,
            folder + "manifest.json",
            list.recipients(),
            list.candidates(),
            manifest.parts().size(),
            manifest.parts().isEmpty() ? Campaign.State.COMPLETE : Campaign.State.FROZEN,
            CampaignCounts.NONE);
    objects.writeManifest(campaign, manifest);
    Campaign stands = campaigns().create(campaign);
    supersede(stands);
    return stands;
  }

  private Instant now() {
    // Milliseconds are the store's own grain.
    return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private List<Part> parts(String folder, FrozenList list) {
    int size = (int) Math.max(SMALLEST_PART, Math.ceilDiv(list.recipients(), MOST_PARTS));
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<Instant, List<Recipient>> moment : list.byMoment().entrySet()) {
      List<Recipient> all = moment.getValue();
      for (int from = 0; from < all.size(); from += size) {
        List<Recipient> some = all.subList(from, Math.min(all.size(), from + size));
        int number = parts.size() + 1;
        String key = folder + String.format(Locale.ROOT, "part-%04d.jsonl", number);
        objects.writePart(key, some);
        parts.add(new Part(number, moment.getKey(), some.size(), key));
      }
    }
    return parts;
  }

  private void supersede(Campaign by) {
    for (Campaign other : campaigns().latest(by.key().programId(), LOOKED_AT)) {
      if (!other.key().equals(by.key())
          && other.key().channel().equals(by.key().channel())
          && other.state() == Campaign.State.FROZEN
          && !other.frozenAt().isAfter(by.frozenAt())) {
        campaigns().supersede(other.key());
      }
    }
  }

  private static void requireComplete(Run run) {
    if (run.state() != Run.State.SUCCEEDED) {
      throw new CeapException(
          ErrorCode.RUN_FAILED,
          "run %s of program %s is %s; only a run that has completed feeds a campaign"
              .formatted(run.runId(), run.programId(), run.state()));
    }
  }
}
