package com.ceap.channels.builtin;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
import java.util.Optional;

/** Type {@code push}: reaches customers with a device. */
public final class PushChannelFactory implements ChannelFactory<PushConfig> {
  @Override
  public String type() {
    return "push";
  }

  @Override
  public ConfigShape<PushConfig> shape() {
    return ConfigShape.of(PushConfig.class);
  }

  @Override
  public boolean reaches(Optional<Customer> customer) {
    return customer.filter(known -> !known.devices().isEmpty()).isPresent();
  }

  @Override
  public Optional<MessageComposer> composer(
      String channelId, PushConfig config, Program program, Composing composing) {
    return Optional.of(
        new PushComposer(
            channelId,
            PlaceholderText.parse(config.title()),
            PlaceholderText.parse(config.body()),
            composing));
  }
}
