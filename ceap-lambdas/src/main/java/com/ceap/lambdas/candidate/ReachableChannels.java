package com.ceap.lambdas.candidate;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.model.Customer;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which of a program's enabled channels reach a customer, in order of priority. Thread-safe. */
public final class ReachableChannels {
  private record Way(String channelId, ChannelFactory<?> channel) {}

  private final List<Way> ways;
  private final Map<String, List<Way>> overrides;

  /** Many customers share few answers; one list for each keeps candidates small. */
  private final Map<List<String>, List<String>> shared = new ConcurrentHashMap<>();

  /**
   * The channels of a program, and of the marketplaces that deviate from it.
   *
   * @throws CeapException PROGRAM_INVALID where a channel's type is unknown
   */
  public ReachableChannels(Program program, ExtensionRegistry<ChannelFactory<?>> channels) {
    this.ways = ways(program, channels);
    this.overrides =
        program.overrides().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, override -> ways(override.getValue(), channels)));
  }

  private static List<Way> ways(Program program, ExtensionRegistry<ChannelFactory<?>> channels) {
    List<Way> ways = new ArrayList<>();
    for (ChannelSpec spec : program.channels()) {
      if (spec.enabled()) {
        ways.add(new Way(spec.channelId(), factory(spec, channels)));
      }
    }
    return ways;
  }

  private static ChannelFactory<?> factory(
      ChannelSpec spec, ExtensionRegistry<ChannelFactory<?>> channels) {
    return channels
        .find(spec.type())
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PROGRAM_INVALID,
                    "channel type '%s' is unknown; known are %s"
                        .formatted(spec.type(), channels.types())));
  }

  /** The ids of the channels that reach a customer of a marketplace. */
  public List<String> of(String marketplace, Optional<Customer> customer) {
    List<Way> possible = overrides.getOrDefault(marketplace, ways);
    List<String> ids = new ArrayList<>(possible.size());
    for (Way way : possible) {
      if (way.channel().reaches(customer)) {
        ids.add(way.channelId());
      }
    }
    List<String> known = shared.get(ids);
    return known == null ? shared.computeIfAbsent(ids, List::copyOf) : known;
  }
}
