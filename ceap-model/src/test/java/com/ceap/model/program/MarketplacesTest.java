package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MarketplacesTest {
  @Test
  void aMarketplaceKnowsItsZoneAndItsCurrency() {
    assertThat(Marketplaces.find("UK"))
        .contains(new Marketplace("UK", ZoneId.of("Europe/London"), Currency.getInstance("GBP")));
    assertThat(Marketplaces.find("GB")).isEmpty();
  }

  @Test
  void theMarketplacesOfTheRequirementsAreKnown() {
    assertThat(Marketplaces.ids()).contains("US", "UK", "DE", "FR", "JP", "IN", "BR", "AU");
  }
}
