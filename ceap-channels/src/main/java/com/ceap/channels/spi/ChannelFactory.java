package com.ceap.channels.spi;

import com.ceap.model.Customer;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.ExtensionFactory;
import com.ceap.model.program.Program;
import java.util.Optional;

/** A way to a customer, such as {@code email} or {@code in-app}. */
public interface ChannelFactory<C> extends ExtensionFactory<C> {
  /**
   * Whether the channel can reach a customer at all: an address, a number, a device. Consent and
   * caps are no matter of this.
   *
   * @param customer empty where no profile is known
   */
  boolean reaches(Optional<Customer> customer);

  /**
   * What makes the messages of a channel; empty for one that the app asks, which sends none.
   *
   * @param program as it holds for the customer's marketplace
   * @throws com.ceap.model.error.CeapException TEMPLATE_INVALID
   */
  Optional<MessageComposer> composer(
      String channelId, C config, Program program, Composing composing);

  /** What makes the messages of a channel whose configuration this factory's shape read. */
  @SuppressWarnings("unchecked") // the loader reads a configuration by the shape of its type alone
  default Optional<MessageComposer> composer(
      ChannelSpec channel, Program program, Composing composing) {
    return composer(channel.channelId(), (C) channel.config(), program, composing);
  }
}
