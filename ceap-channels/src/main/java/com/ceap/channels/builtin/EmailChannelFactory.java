package com.ceap.channels.builtin;

import com.ceap.channels.content.Formats;
import com.ceap.channels.spi.ChannelFactory;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.template.OfferCodes;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
import java.util.Optional;

/** Type {@code email}: reaches customers with an address. */
public final class EmailChannelFactory implements ChannelFactory<EmailConfig> {
  @Override
  public String type() {
    return "email";
  }

  @Override
  public ConfigShape<EmailConfig> shape() {
    return ConfigShape.of(EmailConfig.class);
  }

  @Override
  public boolean reaches(Optional<Customer> customer) {
    return customer.flatMap(Customer::email).filter(address -> !address.isBlank()).isPresent();
  }

  @Override
  public Optional<MessageComposer> composer(
      String channelId, EmailConfig config, Program program, Composing composing) {
    return Optional.of(
        new EmailComposer(
            channelId,
            config,
            composing.templates().require(config.templateId()),
            config.subject().map(PlaceholderText::parse),
            new Offers(config, OfferCodes.of(program, composing.templates())),
            composing,
            new Formats()));
  }
}
