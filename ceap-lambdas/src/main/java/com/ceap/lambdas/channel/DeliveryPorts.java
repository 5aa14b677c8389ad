package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.Stores;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What deliveries work with.
 *
 * @param offerCodes the code of a program's offer by its percent, 1 to 100, where its candidate
 *     carries none
 * @param adapters by channel type
 */
public record DeliveryPorts(
    Stores stores,
    PublishedPrograms programs,
    Caps caps,
    Composers composers,
    Function<Program, IntFunction<String>> offerCodes,
    Map<String, ChannelAdapter> adapters,
    DeliveryScheduler scheduler) {
  public DeliveryPorts {
    adapters = Map.copyOf(adapters);
  }

  /** With adapters of different types. */
  public DeliveryPorts(
      Stores stores,
      PublishedPrograms programs,
      Caps caps,
      Composers composers,
      Function<Program, IntFunction<String>> offerCodes,
      List<? extends ChannelAdapter> adapters,
      DeliveryScheduler scheduler) {
    this(
        stores,
        programs,
        caps,
        composers,
        offerCodes,
        adapters.stream().collect(Collectors.toMap(ChannelAdapter::type, Function.identity())),
        scheduler);
  }

  ChannelAdapter adapter(String channelType) {
    ChannelAdapter adapter = adapters.get(channelType);
    if (adapter == null) {
      throw new CeapException(
          ErrorCode.SENDER_MISSING,
          "nothing hands over messages of type '%s', only of %s"
              .formatted(channelType, adapters.keySet().stream().sorted().toList()));
    }
    return adapter;
  }
}
