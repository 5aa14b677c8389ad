package com.ceap.channels.builtin;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
import java.util.Optional;

/** Type {@code sms}: reaches customers with a phone number. */
public final class SmsChannelFactory implements ChannelFactory<SmsConfig> {
  @Override
  public String type() {
    return "sms";
  }

  @Override
  public ConfigShape<SmsConfig> shape() {
    return ConfigShape.of(SmsConfig.class);
  }

  @Override
  public boolean reaches(Optional<Customer> customer) {
    return customer.flatMap(Customer::phone).filter(number -> !number.isBlank()).isPresent();
  }

  @Override
  public Optional<MessageComposer> composer(
      String channelId, SmsConfig config, Program program, Composing composing) {
    return Optional.of(
        new SmsComposer(
            channelId, PlaceholderText.parse(config.message()), config.optOutHint(), composing));
  }
}
