package com.ceap.channels.builtin;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
import java.util.Optional;

/** Type {@code in-app}: reaches everybody, since the app itself asks. */
public final class InAppChannelFactory implements ChannelFactory<InAppConfig> {
  @Override
  public String type() {
    return "in-app";
  }

  @Override
  public ConfigShape<InAppConfig> shape() {
    return ConfigShape.of(InAppConfig.class);
  }

  @Override
  public boolean reaches(Optional<Customer> customer) {
    return true;
  }
}
