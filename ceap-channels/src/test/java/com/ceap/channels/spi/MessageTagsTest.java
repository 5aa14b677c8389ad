package com.ceap.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTagsTest {
  @ParameterizedTest
  @ValueSource(strings = {"C456", "a#b/c d@e", "Zoë", "??>", "客户"})
  void theCustomerComesBackFromTheTag(String customerId) {
    SmsMessage message = new SmsMessage("m", customerId, "p", "+49301", "text", 1);

    String tag = MessageTags.of(message).get(MessageTags.CUSTOMER);

    assertThat(tag).matches("[A-Za-z0-9_-]+");
    assertThat(MessageTags.customerId(tag)).isEqualTo(customerId);
  }

  @Test
  void aTagOfSomebodyElseIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> MessageTags.customerId("no tag!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tag 'customer' of a message must be base64url");
  }
}
