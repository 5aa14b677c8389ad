package com.ceap.channels.builtin;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.model.program.Inline;
import com.ceap.model.program.Key;

/** What a program says of a push notification channel. */
public record PushConfig(
    @Key("The headline, with placeholders in braces.") String title,
    @Key("The text, with placeholders in braces such as {discountPercent}.") String body,
    @Inline Sending sending)
    implements PushedChannel {
  public PushConfig {
    Check.placeholders("title", title);
    Check.placeholders("body", body);
  }
}
