package com.ceap.local.campaign;

import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.lambdas.campaign.CampaignForecast;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Campaigns for people. */
public final class CampaignText {
  private static final int MOMENTS = 6;

  private CampaignText() {}

  /** What a campaign is, when it goes out and how far it has come. */
  public static String of(Campaign campaign, SortedMap<Instant, Integer> moments) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "campaign %s of %s: %s",
            campaign.key().name(), campaign.key().businessDate(), campaign.state()));
    text.append(
        line(
            "  %,d messages about %,d candidates%s",
            campaign.recipients(),
            campaign.candidates(),
            campaign.templateVersion().isBlank()
                ? ""
                : ", template version " + campaign.templateVersion()));
    text.append(moments(moments));
    return campaign.counts().ended() == 0
        ? text.toString()
        : text.append(counts(campaign.counts(), "sent")).toString();
  }

  /** What a campaign would do. */
  public static String of(String name, CampaignForecast forecast) {
    StringBuilder text = new StringBuilder();
    text.append(line("campaign %s, dry run: nothing is written, nothing goes out", name));
    text.append(
        line("  %,d messages about %,d candidates", forecast.recipients(), forecast.candidates()));
    text.append(moments(forecast.moments()));
    text.append(counts(forecast.counts(), "would go out"));
    new TreeMap<>(forecast.waiting())
        .forEach((why, n) -> text.append(line("  %,10d would wait: %s", n, why)));
    for (OutgoingMessage preview : forecast.previews()) {
      text.append("\n").append(preview(preview));
    }
    return text.toString();
  }

  private static String moments(SortedMap<Instant, Integer> moments) {
    StringBuilder text = new StringBuilder();
    moments.entrySet().stream()
        .limit(MOMENTS)
        .forEach(each -> text.append(line("  %,10d at %s", each.getValue(), each.getKey())));
    if (moments.size() > MOMENTS) {
      text.append(line("  and more at %d other times", moments.size() - MOMENTS));
    }
    return text.toString();
  }

  private static String counts(CampaignCounts counts, String sent) {
    StringBuilder text = new StringBuilder();
    text.append(line("  %,10d %s", counts.sent(), sent));
    add(text, counts.shadowed(), "in shadow mode");
    add(text, counts.failed(), "failed");
    add(text, counts.unknown(), "unknown");
    for (Map.Entry<String, Long> reason : new TreeMap<>(counts.suppressed()).entrySet()) {
      add(text, reason.getValue(), "suppressed: " + reason.getKey());
    }
    return text.toString();
  }

  private static void add(StringBuilder text, long number, String what) {
    if (number > 0) {
      text.append(line("  %,10d %s", number, what));
    }
  }

  /** A message as its recipient would read it, without pictures. */
  private static String preview(OutgoingMessage message) {
    return switch (message) {
      case EmailMessage mail ->
          line("To: %s", mail.to()) + line("Subject: %s", mail.subject()) + "\n" + mail.text();
      case SmsMessage sms -> line("To: %s", sms.to()) + sms.text() + "\n";
      case PushMessage push -> line("%s", push.title()) + push.body() + "\n";
      default -> line("message %s", message.messageId());
    };
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private static String line(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments) + "\n";
  }
}
