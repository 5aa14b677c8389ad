package com.ceap.channels.builtin;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
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
}
