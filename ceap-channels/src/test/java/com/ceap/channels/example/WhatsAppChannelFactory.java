package com.ceap.channels.example;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
import java.util.Optional;

/** Type {@code whatsapp}: reaches customers with a phone number. */
public final class WhatsAppChannelFactory implements ChannelFactory<WhatsAppConfig> {
  @Override
  public String type() {
    return "whatsapp";
  }

  @Override
  public ConfigShape<WhatsAppConfig> shape() {
    return ConfigShape.of(WhatsAppConfig.class);
  }

  @Override
  public boolean reaches(Optional<Customer> customer) {
    return customer.flatMap(Customer::phone).filter(number -> !number.isBlank()).isPresent();
  }

  @Override
  public Optional<MessageComposer> composer(
      String channelId, WhatsAppConfig config, Program program, Composing composing) {
    return Optional.of(
        new WhatsAppComposer(channelId, PlaceholderText.parse(config.message()), composing));
  }
}
