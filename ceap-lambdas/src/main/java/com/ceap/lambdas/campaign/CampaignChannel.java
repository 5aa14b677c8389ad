package com.ceap.lambdas.campaign;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.channels.template.Templated;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A channel of a program on which runs have campaigns: one whose messages come to the customer.
 *
 * @param limit how many messages a campaign has at most
 */
public record CampaignChannel(ChannelSpec channel, PushedChannel config, int limit) {
  /** The campaign channels of a program that are switched on. */
  public static List<CampaignChannel> of(Program program) {
    return program.channels().stream()
        .filter(ChannelSpec::enabled)
        .flatMap(channel -> of(channel).stream())
        .toList();
  }

  private static Optional<CampaignChannel> of(ChannelSpec channel) {
    return channel.config() instanceof PushedChannel pushed
        ? Optional.of(new CampaignChannel(channel, pushed, pushed.sending().limit()))
        : Optional.empty();
  }

  /**
   * A campaign channel of a program.
   *
   * @throws CeapException ARGUMENT_INVALID where it has none of that id
   */
  public static CampaignChannel require(Program program, String channelId) {
    List<CampaignChannel> known = of(program);
    return known.stream()
        .filter(channel -> channel.id().equals(channelId))
        .findFirst()
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "program %s has no campaign on a channel '%s'; it has %s"
                        .formatted(program.programId(), channelId, names(known))));
  }

  private static String names(List<CampaignChannel> known) {
    return known.isEmpty()
        ? "none on any"
        : known.stream().map(CampaignChannel::id).collect(Collectors.joining(", "));
  }

  /** The same channel, for campaigns of no more than so many messages. */
  public CampaignChannel limitedTo(int most) {
    return new CampaignChannel(channel, config, Math.min(limit, most));
  }

  public String id() {
    return channel.channelId();
  }

  public String type() {
    return channel.type();
  }

  public Sending sending() {
    return config.sending();
  }

  /** The template that its messages are made from, where there is one. */
  public Optional<String> templateId() {
    return config instanceof Templated templated
        ? Optional.of(templated.templateId())
        : Optional.empty();
  }
}
