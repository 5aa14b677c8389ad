package com.ceap.channels.spi;

import com.ceap.model.Customer;
import com.ceap.model.program.ExtensionFactory;
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
}
