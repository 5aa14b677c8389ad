package com.ceap.channels.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.program.ExtensionRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChannelFactoryTest {
  private static final ExtensionRegistry<ChannelFactory<?>> CHANNELS =
      ExtensionRegistry.load(ChannelFactory.class);

  @Test
  void everyChannelIsFoundOnTheClassPath() {
    assertThat(CHANNELS.types()).containsExactly("email", "in-app", "push", "sms");
  }

  @Test
  void eachChannelReachesTheCustomersThatHaveWhatItNeeds() {
    assertThat(reachedBy(customer("a@example.com", "", List.of())))
        .isEqualTo(Set.of("email", "in-app"));
    assertThat(reachedBy(customer("", "+15550100", List.of()))).isEqualTo(Set.of("sms", "in-app"));
    assertThat(reachedBy(customer("", "", List.of(new Device("C1", "token", "ios")))))
        .isEqualTo(Set.of("push", "in-app"));
  }

  @Test
  void anUnknownCustomerIsReachedInTheAppOnly() {
    assertThat(reachedBy(Optional.empty())).isEqualTo(Set.of("in-app"));
  }

  @Test
  void everyKeyIsExplained() {
    for (String type : CHANNELS.types()) {
      assertThat(CHANNELS.find(type).orElseThrow().shape().keys())
          .allSatisfy(key -> assertThat(key.doc()).endsWith("."));
    }
  }

  private static Set<String> reachedBy(Optional<Customer> customer) {
    return CHANNELS.types().stream()
        .filter(type -> CHANNELS.find(type).orElseThrow().reaches(customer))
        .collect(Collectors.toSet());
  }

  /** Blank texts stand for an address that a profile holds but nobody filled in. */
  private static Optional<Customer> customer(String email, String phone, List<Device> devices) {
    return Optional.of(
        new Customer(
            "C1",
            Customer.Status.ACTIVE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(email),
            Optional.of(phone),
            false,
            devices));
  }
}
