package com.ceap.lambdas.wiring.aws;

import com.ceap.channels.aws.AwsChannelAdapters;
import com.ceap.channels.aws.Senders;
import com.ceap.channels.link.LinkKeys;
import com.ceap.channels.link.Links;
import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.template.OfferCodes;
import com.ceap.lambdas.channel.DeliveryPorts;
import com.ceap.lambdas.channel.ProgramCaps;
import com.ceap.lambdas.topology.Setting;
import com.ceap.model.Device;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.runtime.refresh.Refreshed;
import com.ceap.runtime.secrets.aws.ParameterSecrets;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What deliveries are made of. */
final class DeliveryWiring {
  /** The types of channel that AWS sends for. */
  static final Set<String> SENDING = Set.of("email", "sms", "push");

  /** How soon new keys of links are taken up. */
  private static final Duration KEYS_LIFE = Duration.ofMinutes(5);

  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final FunctionPlace place;
  private final MessageSettings messages;
  private final Refreshed<Links> links;

  DeliveryWiring(FunctionPlace place) {
    this.place = place;
    this.messages =
        FunctionSettings.require(
            place.settings().messages(), Setting.CEAP_SENDER_NAME, Setting.CEAP_POSTAL_ADDRESS);
    this.links = links();
    place.snapshots().afterRestore(links::expire);
  }

  private Refreshed<Links> links() {
    FunctionSettings settings = place.settings();
    URI base = FunctionSettings.require(settings.linkUrl(), Setting.CEAP_LINK_URL);
    String parameter =
        FunctionSettings.require(settings.secretsParameter(), Setting.CEAP_SECRETS_PARAMETER);
    ParameterSecrets secrets =
        new ParameterSecrets(place.clients().build(SsmClient.builder(), ANSWER));
    return new Refreshed<>(
        KEYS_LIFE,
        place.clock(),
        _ -> new Links(base, keys(parameter, secrets.read(parameter).linkKeys())),
        place.news().failed("secrets"));
  }

  private static LinkKeys keys(String parameter, String text) {
    try {
      return LinkKeys.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CeapException(
          ErrorCode.SETTINGS_INVALID, "parameter %s: %s".formatted(parameter, e.getMessage()), e);
    }
  }

  Supplier<Composing> composing() {
    return () -> new Composing(place.templates().get(), links.get(), messages.brand());
  }

  DeliveryPorts ports() {
    return new DeliveryPorts(
        place.stores(),
        place.programs(),
        new ProgramCaps(place.registries().filters()),
        this::composer,
        program -> OfferCodes.of(program, place.templates().get())::code,
        adapters(messages.senders()),
        place.scheduler());
  }

  private Map<String, ChannelAdapter> adapters(Senders senders) {
    return AwsChannelAdapters.of(senders, this::forget);
  }

  private void forget(List<Device> devices) {
    devices.stream()
        .collect(Collectors.groupingBy(Device::customerId))
        .forEach(
            (customerId, gone) ->
                place
                    .stores()
                    .customers()
                    .removeDevices(
                        customerId, gone.stream().map(Device::token).collect(Collectors.toSet())));
  }

  private MessageComposer composer(Program program, ChannelSpec channel) {
    return place
        .registries()
        .channels()
        .find(channel.type())
        .flatMap(factory -> factory.composer(channel, program, composing().get()))
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PROGRAM_INVALID,
                    "channel %s of program %s is of type %s, which sends no messages"
                        .formatted(channel.channelId(), program.programId(), channel.type())));
  }
}
