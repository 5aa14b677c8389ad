package com.ceap.channels.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailIdentityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Shop           | "Shop" <news@shop.example>
          Shop, Inc.     | "Shop, Inc." <news@shop.example>
          The "Shop" \\   | "The \\"Shop\\" \\\\" <news@shop.example>
          Möbel          | =?UTF-8?B?TcO2YmVs?= <news@shop.example>
          """)
  void aNameStandsBesideTheAddressAsHeadersAllowIt(String name, String header) {
    assertThat(identity("news@shop.example", name).header()).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"news", "news@", "a b@shop.example", "a@b@c", "<a@b>", "é@shop.example", "a@b\n"})
  void anAddressThatIsNoneIsRefused(String address) {
    assertThatThrownBy(() -> new EmailIdentity(address, Optional.empty(), Optional.empty()))
        .hasMessage(
            "the sender's address must be an address in ASCII such as news@example.com, was '%s'",
            address);
  }

  @Test
  void aReplyToThatIsNoAddressIsRefused() {
    assertThatThrownBy(
            () -> new EmailIdentity("a@shop.example", Optional.empty(), Optional.of("help")))
        .hasMessage("replyTo must be an address in ASCII such as news@example.com, was 'help'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "two\nlines", "a name that goes on and on and on, far beyond 45 bytes"})
  void aNameThatFitsNoHeaderIsRefused(String name) {
    assertThatThrownBy(() -> identity("a@shop.example", name))
        .hasMessageStartingWith("the sender's name must be one line of at most 45 bytes in UTF-8");
  }

  private static EmailIdentity identity(String address, String name) {
    return new EmailIdentity(address, Optional.of(name), Optional.empty());
  }
}
