package com.ceap.channels.builtin;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.channels.template.Templated;
import com.ceap.model.program.Inline;
import com.ceap.model.program.Key;
import java.util.Optional;

/** What a program says of an e-mail channel. */
public record EmailConfig(
    @Key("The template that the message is made from.") String templateId,
    @Key("The subject line, with placeholders in braces; unless given, the template's.")
        Optional<String> subject,
    @Key(
            value = "How many products one message shows at most, at least 1.",
            defaultYaml = "5",
            min = 1)
        int maxProductsPerEmail,
    @Key(value = "Whether the message carries the customer's offer.", defaultYaml = "false")
        boolean includeDiscount,
    @Key(
            value = "The offer in percent, 0 to 100; unless given, the candidate's own.",
            min = 0,
            max = 100)
        Optional<Integer> discountPercent,
    @Inline Sending sending)
    implements PushedChannel, Templated {
  public EmailConfig {
    Check.text("templateId", templateId);
    subject.ifPresent(text -> Check.placeholders("subject", text));
    Check.atLeast("maxProductsPerEmail", 1, maxProductsPerEmail);
    discountPercent.ifPresent(percent -> Check.percent("discountPercent", percent));
  }

  @Override
  public int candidatesPerMessage() {
    return maxProductsPerEmail;
  }

  @Override
  public boolean toDevices() {
    return false;
  }
}
