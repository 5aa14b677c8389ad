package com.ceap.channels.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSenderTest {
  @ParameterizedTest
  @CsvSource({"+12065550100, us", "+16045550100, canada", "+4930123456, germany", "+33155, other"})
  void theLongestBeginningOfANumberFindsItsSender(String number, String origination) {
    SmsSender sender = sender(Map.of("+1", "us", "+1604", "canada", "+49", "germany"));

    assertThat(sender.requireOrigination(number)).isEqualTo(origination);
  }

  @ParameterizedTest
  @ValueSource(strings = {"49", "DE", "+", "+0", "+49 30"})
  void aBeginningThatNoNumberHasIsRefused(String beginning) {
    assertThatThrownBy(() -> sender(Map.of(beginning, "x")))
        .hasMessage(
            "a sender of text messages is given by how numbers begin, such as '+49', was '%s'",
            beginning);
  }

  @Test
  void aConfigurationSetIsRefusedWhereItWouldHaveNoEffect() {
    assertThatThrownBy(
            () ->
                new SmsSender(
                    SmsSender.Service.SNS,
                    Map.of(),
                    Optional.of("CEAP"),
                    Set.of(),
                    Optional.of("ceap-dev")))
        .hasMessage(
            "configurationSet 'ceap-dev' would be without effect: SNS knows none; leave it out");
  }

  private static SmsSender sender(Map<String, String> originations) {
    return new SmsSender(
        SmsSender.Service.END_USER_MESSAGING,
        originations,
        Optional.of("other"),
        Set.of(),
        Optional.empty());
  }
}
