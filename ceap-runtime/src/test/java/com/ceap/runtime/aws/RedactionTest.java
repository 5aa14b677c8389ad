package com.ceap.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to zoe.o'hara+news@mail.example.com: no | to zoe.o'(mail): no",
        "<zoe@example.com>, now | <(mail)>, now",
        "called +4930123456789 twice | called (phone) twice",
        "GET /u/k1.AbCdEf0123456789_-xyz failed | GET /u/(token) failed",
        "program abandoned-cart-recovery, version 8f3a11c20b7d9e55 | program"
            + " abandoned-cart-recovery, version 8f3a11c20b7d9e55",
        "+5 candidates of /c/short | +5 candidates of /c/short"
      })
  void whatMayBePersonalIsTakenOutAndNothingElse(String text, String redacted) {
    assertThat(Redaction.of(text)).isEqualTo(redacted);
  }
}
