package com.ceap.channels.builtin;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.model.Customer;
import com.ceap.model.program.ConfigShape;
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
}
