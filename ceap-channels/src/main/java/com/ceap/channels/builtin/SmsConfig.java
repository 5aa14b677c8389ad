package com.ceap.channels.builtin;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.model.program.Inline;
import com.ceap.model.program.Key;

/** What a program says of a text message channel. */
public record SmsConfig(
    @Key("The text, with placeholders in braces such as {customerName}.") String message,
    @Inline Sending sending)
    implements PushedChannel {
  public SmsConfig {
    Check.text("message", message);
  }
}
