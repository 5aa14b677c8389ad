package com.ceap.channels.builtin;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.model.program.Inline;
import com.ceap.model.program.Key;
import java.util.Optional;

/** What a program says of a text message channel. */
public record SmsConfig(
    @Key("The text, with placeholders in braces such as {customerName}.") String message,
    @Key(
            "How to opt out, appended to the text, such as \"Reply STOP to end\"; nothing unless"
                + " given.")
        Optional<String> optOutHint,
    @Inline Sending sending)
    implements PushedChannel {
  public SmsConfig {
    Check.placeholders("message", message);
    optOutHint.ifPresent(text -> Check.text("optOutHint", text));
  }

  @Override
  public boolean toDevices() {
    return false;
  }
}
