package com.ceap.channels.example;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.program.Inline;
import com.ceap.model.program.Key;

/** What a program says about a channel of type {@code whatsapp}. */
public record WhatsAppConfig(
    @Key("The text, with placeholders in braces such as {customerName}.") String message,
    @Inline Sending sending)
    implements PushedChannel {
  public WhatsAppConfig {
    try {
      PlaceholderText.parse(message);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("message " + e.getMessage(), e);
    }
  }
}
