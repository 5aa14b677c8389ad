package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.Consent;
import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceEventsTest {
  private static final Instant UPDATED = Instant.parse("2026-01-18T09:00:00Z");

  @Test
  void aProfileIsReadWhole() throws IOException {
    assertThat(CustomerUpserted.parse(Examples.of("customer-upserted")))
        .isEqualTo(
            new CustomerUpserted(
                new Customer(
                    "C456",
                    Customer.Status.ACTIVE,
                    Optional.of("Ada"),
                    Optional.of("UK"),
                    Optional.of(ZoneId.of("Europe/London")),
                    Optional.of("en-GB"),
                    Optional.of("ada@example.com"),
                    Optional.of("+442079460123"),
                    true,
                    List.of()),
                UPDATED));
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithoutRepeatingIt() {
    String detail =
        """
        {"customerId": "C1", "status": "happy", "email": "Ada <ada@example.com>",
         "phone": "call Ada", "timeZone": "Europe/Ada", "locale": "Ada!"}
        """;

    assertThatThrownBy(() -> CustomerUpserted.parse(Examples.frame("any", "any", detail)))
        .hasMessageStartingWith("event CustomerUpserted is invalid: ")
        .hasMessageContainingAll(
            "detail.status must be one of active, inactive, suspended, closed, unverified,"
                + " fraudulent, was text of 5 characters",
            "detail.email must be an address such as \"name@example.com\", was text of 21",
            "detail.phone must be a number such as \"+442079460123\", was text of 8",
            "detail.timeZone must be a time zone such as \"Europe/Berlin\", was none that is known",
            "detail.locale must be a locale such as \"en-GB\", was text of 4")
        .hasMessageNotContaining("Ada");
  }

  @Test
  void aProductIsReadWhole() throws IOException {
    assertThat(ProductUpserted.parse(Examples.of("product-upserted")))
        .isEqualTo(
            new ProductUpserted(
                new Product(
                    "P1",
                    Optional.of("Wireless Headphones"),
                    Optional.of("Electronics"),
                    Optional.of(new BigDecimal("79.99")),
                    Optional.of("USD"),
                    Optional.of("https://images.example.com/P1.jpg"),
                    Optional.of("https://shop.example.com/p/P1"),
                    true,
                    true),
                UPDATED));
  }

  @Test
  void consentAndDevicesAreRead() throws IOException {
    assertThat(ConsentChanged.parse(Examples.of("consent-changed")))
        .isEqualTo(new ConsentChanged(new Consent("C456", Consent.ALL, "sms", false), UPDATED));
    DeviceRegistered device = DeviceRegistered.parse(Examples.of("device-registered"));
    assertThat(device.device().platform()).isEqualTo("ios");
    assertThat(device.device()).isEqualTo(new Device("C456", device.device().token(), "ios"));
    assertThat(device.updatedAt()).isEqualTo(UPDATED);
  }

  @Test
  void thePublishedSchemasSayTheSame() throws IOException {
    Examples.assertSchemaAgrees("customer-upserted", CustomerUpserted::parse);
    Examples.assertSchemaAgrees("product-upserted", ProductUpserted::parse);
    Examples.assertSchemaAgrees("consent-changed", ConsentChanged::parse);
    Examples.assertSchemaAgrees("device-registered", DeviceRegistered::parse);
  }
}
