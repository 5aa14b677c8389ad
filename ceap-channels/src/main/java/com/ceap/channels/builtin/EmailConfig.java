package com.ceap.channels.builtin;

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
    @Key("The time of day messages go out, \"HH:mm\"; unless given, any time will do.")
        Optional<String> sendTime,
    @Key(
            value =
                "The time zone of sendTime: \"local\" for the customer's own, or a zone id such as"
                    + " \"Europe/Berlin\".",
            defaultYaml = "local")
        String timezone,
    @Key(value = "How many minutes after the event the message goes out; delays add up.", min = 0)
        Optional<Integer> delayMinutes,
    @Key(value = "How many hours after the event the message goes out; delays add up.", min = 0)
        Optional<Integer> delayHours,
    @Key(
            value =
                "How many days of 24 hours after the event the message goes out; delays add up.",
            min = 0)
        Optional<Integer> delayDays,
    @Key(
            value = "Whether the message is left out once an earlier one led to a purchase.",
            defaultYaml = "false")
        boolean onlyIfNotConverted,
    @Key(
            value = "The lowest score that a campaign addresses, 0 to 1.",
            defaultYaml = "0.6",
            min = 0,
            max = 1)
        double minScore,
    @Key(
            value = "How many messages one campaign sends at most, the best scores first.",
            defaultYaml = "50000",
            min = 1)
        int limit)
    implements PushedChannel {
  public EmailConfig {
    Check.text("templateId", templateId);
    Check.atLeast("maxProductsPerEmail", 1, maxProductsPerEmail);
    discountPercent.ifPresent(percent -> Check.percent("discountPercent", percent));
    PushedChannel.check(sendTime, timezone, delayMinutes, delayHours, delayDays, minScore, limit);
  }
}
