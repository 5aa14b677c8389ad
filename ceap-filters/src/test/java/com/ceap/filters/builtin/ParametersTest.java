package com.ceap.filters.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.filters.Parameters;
import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.BusinessRuleProvider;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ConfigKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
  @Test
  void theKeysOfBusinessRuleAreTheRegisteredRules() {
    assertThat(new BusinessRuleFilterFactory().shape().keys())
        .extracting(ConfigKey::name)
        .containsExactly(
            "minViewCount",
            "minTimeSpent",
            "requireAddToCart",
            "minCartValue",
            "maxCartValue",
            "minPrice",
            "maxPrice",
            "minWatchPercentage",
            "requireInStock",
            "requireActive",
            "maxEmailsPerWeek",
            "maxRecoveryEmailsPerWeek",
            "maxMessagesPerWeek");
    assertThat(new BusinessRuleFilterFactory().shape().keys())
        .allSatisfy(
            key -> {
              assertThat(key.required()).isFalse();
              assertThat(key.doc()).endsWith(".");
              assertThat(key.type()).isIn(int.class, double.class, boolean.class);
            });
  }

  @Test
  void aBusinessRuleFilterWithoutARuleIsRefusedWithTheKnownOnes() {
    assertRefused(
        new BusinessRuleFilterFactory(),
        Map.of(),
        "a business-rule filter needs at least one rule; known are minViewCount, minTimeSpent, requireAddToCart, minCartValue, maxCartValue, minPrice, maxPrice, minWatchPercentage, requireInStock, requireActive, maxEmailsPerWeek, maxRecoveryEmailsPerWeek, maxMessagesPerWeek");
  }

  @Test
  void aRuleThatTwoClaimFailsTheStart() {
    BusinessRule<?> rule = new AddToCartRule();
    BusinessRuleProvider twice = () -> List.of(rule, rule);
    assertThatThrownBy(() -> new BusinessRuleFilterFactory(List.of(twice)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EXTENSION_DUPLICATE))
        .hasMessageStartingWith("business rule 'requireAddToCart' is claimed by ");
  }

  @Test
  void aLimitMustBeANumberOfAtLeastZero() {
    BusinessRuleFilterFactory rules = new BusinessRuleFilterFactory();
    assertRefused(
        rules, Map.of("minViewCount", -1), "minViewCount must be a number of at least 0, was -1.0");
    assertRefused(
        rules,
        Map.of("minCartValue", Double.NaN),
        "minCartValue must be a number of at least 0, was NaN");
  }

  @Test
  void aWeeklyCapMustLetAtLeastOneThrough() {
    assertRefused(
        new BusinessRuleFilterFactory(),
        Map.of("maxEmailsPerWeek", 0),
        "maxEmailsPerWeek must be at least 1, was 0; to send nothing, disable the channel");
  }

  @Test
  void aFrequencyCapHasOneWindow() {
    FrequencyCapFilterFactory cap = new FrequencyCapFilterFactory();
    assertRefused(cap, Map.of("max", 0), "max must be at least 1, was 0");
    assertRefused(cap, Map.of("max", 1, "windowHours", 0), "windowHours must be at least 1, was 0");
    assertRefused(cap, Map.of("max", 1, "windowDays", 0), "windowDays must be at least 1, was 0");
    assertRefused(
        cap,
        Map.of("max", 1, "windowDays", 7, "windowHours", 24),
        "windowHours 24 and windowDays 7 are both given; keep one of them");
  }

  @Test
  void aPurchaseWindowNeedsPurchasesToMatter() {
    EligibilityFilterFactory eligibility = new EligibilityFilterFactory();
    assertRefused(
        eligibility,
        Map.of("purchaseWindowDays", 0),
        "purchaseWindowDays must be at least 1, was 0");
    assertRefused(
        eligibility,
        Map.of("purchaseWindowDays", 30, "excludePurchased", false),
        "purchaseWindowDays has no meaning where excludePurchased is false; remove one of them");
  }

  @Test
  void aGeographicFilterNeedsARegion() {
    assertRefused(
        new GeographicFilterFactory(),
        Map.of("regions", List.of()),
        "regions must name at least one region, such as [\"EU\"]; an empty list lets nobody pass");
  }

  private static void assertRefused(
      FilterFactory<?> factory, Map<String, ?> parameters, String message) {
    assertThatThrownBy(() -> Parameters.read(factory.shape(), parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
