package com.ceap.scoring;

import static com.ceap.scoring.Samples.candidate;
import static com.ceap.scoring.Samples.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.ReferenceRates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Models know one currency: a cart of 10,000 yen is not one of 10,000 dollars. */
class AmountsTest {
  private static final ReferenceRates RATES =
      new ReferenceRates("USD", "2026-01-01", Map.of("JPY", 150.0, "EUR", 0.92));

  private final ModelSpec model = model("intent", Map.of("cart_value", amount(Optional.empty())));

  private static FeatureSource amount(Optional<Object> standIn) {
    return new FeatureSource.Amount("cart_value", RATES, standIn);
  }

  private static Candidate cart(String marketplace, Map<String, ?> attributes) {
    return candidate("C1", "P1", marketplace, Attributes.of(attributes));
  }

  private static ChunkFeatures read(ModelSpec model, Candidate... carts) {
    return new FeatureAssembler(new InMemoryFeatureStore())
        .assemble(new FeaturePlan(List.of(model)), List.of(carts));
  }

  @Test
  void aModelGetsAmountsInItsOwnCurrency() {
    ChunkFeatures chunk =
        read(
            model,
            cart("US", Map.of("cart_value", 10_000L)),
            cart("JP", Map.of("cart_value", 10_000L)),
            cart("JP", Map.of("cart_value", 10_000.0, "currency", "JPY")),
            cart("JP", Map.of("cart_value", 80.0, "currency", "USD")),
            cart("DE", Map.of("cart_value", 92)));

    assertThat(chunk.merged())
        .extracting(row -> row.number("cart_value").orElseThrow())
        .satisfiesExactly(
            dollars -> assertThat(dollars).isEqualTo(10_000),
            yen -> assertThat(yen).isCloseTo(66.667, within(0.001)),
            yen -> assertThat(yen).isCloseTo(66.667, within(0.001)),
            dollars -> assertThat(dollars).isEqualTo(80),
            euros -> assertThat(euros).isCloseTo(100, within(1e-9)));
  }

  @Test
  void withoutARateTheFeatureIsMissingAndTheVerdictSaysWhy() {
    Candidate rupees = cart("IN", Map.of("cart_value", 8_400L));

    assertThat(read(model, rupees).merged().getFirst().find("cart_value")).isEmpty();
    assertThat(
            Verdicts.featureMissing(model, "cart_value", model.features().get("cart_value"))
                .sentence())
        .isEqualTo(
            "model 'intent' needs feature 'cart_value', but the row has no 'cart_value', or its"
                + " currency has no rate to USD under referenceRates; give the feature a default or"
                + " the model a fallback");
    ModelSpec lenient = model("intent", Map.of("cart_value", amount(Optional.of(75.0))));
    assertThat(read(lenient, rupees).merged().getFirst().number("cart_value")).hasValue(75);
  }

  @Test
  void theCandidateItselfKeepsItsOwnCurrency() {
    Candidate yen = cart("JP", Map.of("cart_value", 10_000L));
    read(model, yen);
    assertThat(yen.attributes().number("cart_value")).hasValue(10_000);
  }
}
