package com.ceap.channels.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "anna@example.com, anna@example.com",
    "' anna@example.com ', anna@example.com",
    "Anna.Smith+shop@mail.example.co.uk, Anna.Smith+shop@mail.example.co.uk",
    "o'brien_#1@x-y.example, o'brien_#1@x-y.example",
    "anna@münchen.example, anna@xn--mnchen-3ya.example",
    "anna@例え.テスト, anna@xn--r8jz45g.xn--zckzah",
    "anna@xn--strae-oqa.example, anna@xn--strae-oqa.example",
  })
  void anAddressIsTakenInAscii(String given, String address) {
    assertThat(EmailAddress.parse(given).orElseThrow().text()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "anna",
        "anna@",
        "@example.com",
        "anna@example",
        "anna@@example.com",
        "anna smith@example.com",
        "Anna <anna@example.com>",
        "\"anna\"@example.com",
        "anna(x)@example.com",
        "anna@example.com\r\nBcc: eve@example.com",
        "anna\r\n@example.com",
        "anna@example.com, eve@example.com",
        "anna@exam_ple.com",
        "anna@-example.com",
        "anna@example..com",
        "anna@example.com.",
        ".anna@example.com",
        "anna.@example.com",
        "an..na@example.com",
        "anna@[127.0.0.1]",
        "jürgen@example.com",
        "anna@straße.example",
        "anna@x\u200Dy.example",
        "anna@exa\u0000mple.com",
      })
  void whatIsNoBareAddressIsRefused(String given) {
    assertThat(EmailAddress.parse(given)).isEmpty();
  }

  @Test
  void anAddressIsNoLongerThanMailAllows() {
    assertThat(EmailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(EmailAddress.parse("a@" + "b".repeat(63) + ".example.com")).isPresent();
    assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".example.com")).isEmpty();
    assertThat(EmailAddress.parse("a@" + "bcd.".repeat(63) + "com")).isEmpty();
  }
}
