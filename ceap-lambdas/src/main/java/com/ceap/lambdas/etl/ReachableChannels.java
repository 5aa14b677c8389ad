package com.ceap.lambdas.etl;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.model.Customer;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of a program's enabled channels reach a customer, in order of priority. */
final class ReachableChannels {
  private record Way(String channelId, ChannelFactory<?> channel) {}

  private final List<Way> ways = new ArrayList<>();

  /** Many customers share few answers; one list for each keeps candidates small. */
  private final Map<List<String>, List<String>> shared = new HashMap<>();

  ReachableChannels(Program program, ExtensionRegistry<ChannelFactory<?>> channels) {
    for (ChannelSpec spec : program.channels()) {
      if (spec.enabled()) {
        ways.add(new Way(spec.channelId(), factory(spec, channels)));
      }
    }
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

  List<String> of(Optional<Customer> customer) {
    List<String> ids = new ArrayList<>(ways.size());
    for (Way way : ways) {
      if (way.channel().reaches(customer)) {
        ids.add(way.channelId());
      }
    }
    return shared.computeIfAbsent(ids, List::copyOf);
  }
}
