package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramNotesTest {
  private static final String CARTS =
      """
      programId: carts
      programName: P
      marketplaces: [US, DE, FR, JP]
      subjectType: cart
      dataConnectors: [{connectorId: rows, type: athena, config: {table: t}}]
      """;
  private static final String MODEL =
      "scoringModels: [{modelId: m, endpoint: 'sagemaker://m', features: [item_count, cart_value]}]\n";

  private static List<String> notes(String yaml) {
    LoadResult result =
        new ProgramLoader(SampleExtensions.all())
            .load("p.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(LoadResult.Loaded.class);
    return ProgramNotes.of(((LoadResult.Loaded) result).program());
  }

  @Test
  void amountsThatAModelCannotBeGivenAreNamedWithTheirCurrencies() {
    assertThat(notes(CARTS + MODEL))
        .containsExactly(
            "program 'carts': model 'm' takes 'cart_value' in USD, and no rate is given for EUR"
                + " (DE, FR), JPY (JP): whatever is priced in these will be turned away as"
                + " FEATURE_MISSING; give referenceRates with a rate for each, the feature a"
                + " default, or the model a fallback");
  }

  @Test
  void oneCurrencyRatesADefaultOrAFallbackWillDo() {
    assertThat(notes(CARTS.replace("[US, DE, FR, JP]", "[DE, FR]") + MODEL)).isEmpty();
    assertThat(notes(CARTS + MODEL + "features: {cart_value: {default: 75}}\n")).isEmpty();
    assertThat(notes(CARTS + MODEL.replace("}]", ", fallback: 0.5}]"))).isEmpty();
    assertThat(
            notes(
                CARTS
                    + MODEL
                    + "referenceRates: {base: USD, asOf: '2026-01-31', rates: {EUR: 0.9, JPY: 150}}\n"))
        .isEmpty();
  }

  @Test
  void aMarketplaceIsHeldAgainstItsOwnModelsAndOneThatIsOffAgainstNone() {
    String overrides =
        """
        marketplaceOverrides:
          DE: {enabled: false}
          FR: {features: {cart_value: {default: 75}}}
          JP: {scoringModels: [{modelId: m, fallback: 0.5}, {modelId: own, endpoint: 'sagemaker://o', features: [cart_value]}]}
        """;
    assertThat(notes(CARTS + MODEL + overrides))
        .singleElement()
        .asString()
        .startsWith(
            "program 'carts': model 'own' takes 'cart_value' in USD, and no rate is given"
                + " for JPY (JP): ");
  }
}
