package com.ceap.channels.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.ShippedPrograms;
import com.ceap.channels.Shop;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferCodesTest {
  @Test
  void theCodesOfTheRequirements() {
    assertThat(codes(ShippedPrograms.load("abandoned-cart-recovery")).code(10)).isEqualTo("CART10");
    assertThat(codes(ShippedPrograms.load("product-recommendations")).code(15)).isEqualTo("RECO15");
  }

  @ParameterizedTest
  @CsvSource({
    "service-experience-surveys, SES20",
    "reviews, REVI20",
    "tv, TV20",
    "x, X20",
    "review-2, R220",
  })
  void withoutATemplateTheProgramsIdGivesThePrefix(String programId, String code) {
    assertThat(
            codes(program(programId, "{channelId: sms, type: sms, config: {message: Hi}}"))
                .code(20))
        .isEqualTo(code);
  }

  @Test
  void theFirstTemplateCountsWhateverItsPlaceInTheFile() {
    Program program =
        program(
            "p",
            """
            {channelId: a, type: email, priority: 2, config: {templateId: product-recommendations-v3}},
            {channelId: s, type: sms, priority: 1, config: {message: Hi}},
            {channelId: b, type: email, priority: 1, config: {templateId: cart-recovery-v3}}\
            """);
    assertThat(codes(program).code(5)).isEqualTo("CART5");
  }

  @Test
  void aTemplateThatIsNoneHasNoCodes() {
    Program program = program("p", "{channelId: a, type: email, config: {templateId: none}}");
    assertThatThrownBy(() -> codes(program))
        .isInstanceOf(CeapException.class)
        .hasMessageContaining("there is no template 'none'");
  }

  private static OfferCodes codes(Program program) {
    return OfferCodes.of(program, Shop.TEMPLATES);
  }

  private static Program program(String programId, String channels) {
    return ShippedPrograms.parse(
            """
            programId: %s
            programName: P
            marketplaces: [US]
            eventSources:
              - {sourceId: s, type: eventbridge, config: {eventBusName: b, eventPattern: {source: [x]}}}
            channels: [%s]
            """
                .formatted(programId, channels))
        .orElseThrow();
  }
}
