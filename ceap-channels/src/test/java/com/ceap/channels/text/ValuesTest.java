package com.ceap.channels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final Values ANN =
      new Values(
          Map.of(
              Placeholder.CUSTOMER_NAME, " Ann\u202E\nExample ",
              Placeholder.LANGUAGE, "en",
              Placeholder.CATEGORIES, " \u0007 "));

  @Test
  void everyValueIsOneLineAndWhatIsBlankIsAbsent() {
    assertThat(ANN.known())
        .isEqualTo(Map.of(Placeholder.CUSTOMER_NAME, "Ann Example", Placeholder.LANGUAGE, "en"));
  }

  @Test
  void othersWinAndAreMadeOneLineToo() {
    Values changed =
        ANN.with(Map.of(Placeholder.CUSTOMER_NAME, "Bob\tB", Placeholder.LANGUAGE, ""));
    assertThat(changed.known()).isEqualTo(Map.of(Placeholder.CUSTOMER_NAME, "Bob B"));
    assertThat(ANN.find(Placeholder.LANGUAGE)).contains("en");
  }

  @Test
  void valuesOfAProductWinOverThoseOfTheMessage() {
    Values product =
        new Values(Map.of(Placeholder.PRODUCT_NAME, "Lamp", Placeholder.LANGUAGE, "de"));
    assertThat(ANN.with(product).known())
        .isEqualTo(
            Map.of(
                Placeholder.CUSTOMER_NAME, "Ann Example",
                Placeholder.LANGUAGE, "de",
                Placeholder.PRODUCT_NAME, "Lamp"));
  }

  @Test
  void theySayNothingAboutThePerson() {
    assertThat(ANN.toString()).contains("CUSTOMER_NAME").doesNotContain("Ann");
  }
}
