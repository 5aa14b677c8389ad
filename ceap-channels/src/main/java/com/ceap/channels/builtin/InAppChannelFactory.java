package com.ceap.channels.builtin;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
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

  @Override
  public Optional<MessageComposer> composer(
      String channelId, InAppConfig config, Program program, Composing composing) {
    return Optional.empty();
  }
}
