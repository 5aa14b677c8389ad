package com.ceap.channels.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelConfigTest {
  @Test
  void theRecommendationsEmailOfTheRequirementReads() {
    EmailConfig email =
        email(
            """
            templateId: "product-recommendations-v3"
            sendTime: "10:00"
            timezone: "local"
            maxProductsPerEmail: 5
            includeDiscount: true
            discountPercent: 15
            """);
    assertThat(email.sending().timeOfDay()).contains(LocalTime.of(10, 0));
    assertThat(email.sending().zone()).isEmpty();
    assertThat(email.discountPercent()).contains(15);
    assertThat(email.sending().delay()).isZero();
  }

  @Test
  void theThreeTouchesOfTheCartRequirementRead() {
    EmailConfig email =
        email(
            """
            templateId: "cart-recovery-v3"
            delayMinutes: 60
            subject: "You left something behind! {discountPercent}% off inside"
            includeDiscount: true
            """);
    SmsConfig sms =
        Configs.read(
            new SmsChannelFactory().shape(),
            """
            delayHours: 24
            message: "Hi {customerName}! Use code {discountCode}. Shop now: {cartLink}"
            onlyIfNotConverted: true
            """);
    PushConfig push =
        Configs.read(
            new PushChannelFactory().shape(),
            """
            delayHours: 72
            title: "Last Chance!"
            body: "Your cart expires soon. {discountPercent}% off ends today!"
            onlyIfNotConverted: true
            """);
    assertThat(email.sending().delay()).isEqualTo(Duration.ofHours(1));
    assertThat(sms.sending().delay()).isEqualTo(Duration.ofDays(1));
    assertThat(push.sending().delay()).isEqualTo(Duration.ofDays(3));
    assertThat(sms.sending().onlyIfNotConverted()).isTrue();
    assertThat(push.sending().onlyIfNotConverted()).isTrue();
  }

  @Test
  void aCampaignAddressesScoresFromSixTenthsAndAtMostFiftyThousandUnlessTold() {
    EmailConfig email = email("templateId: t");
    assertThat(email.sending().minScore()).isEqualTo(0.6);
    assertThat(email.sending().limit()).isEqualTo(50_000);
  }

  @Test
  void aFixedZoneAndSeveralDelaysAreRead() {
    EmailConfig email =
        email("{templateId: t, timezone: Europe/Berlin, delayDays: 1, delayHours: 2}");
    assertThat(email.sending().zone()).contains(ZoneId.of("Europe/Berlin"));
    assertThat(email.sending().delay()).isEqualTo(Duration.ofHours(26));
  }

  @Test
  void theFeedOfTheRequirementIsAskedEachTime() {
    InAppConfig feed =
        inApp("{sectionName: Recommended for You, maxProducts: 10, refreshInterval: realtime}");
    assertThat(feed.refresh()).isEmpty();
    assertThat(inApp("{sectionName: S, refreshInterval: PT15M}").refresh())
        .contains(Duration.ofMinutes(15));
  }

  @Test
  void aFeedIsRankedByScoreAndTakesAnyNumberOfACategoryUnlessTold() {
    InAppConfig feed = inApp("sectionName: S");
    assertThat(feed.ranking()).isEqualTo(InAppConfig.Ranking.SCORE);
    assertThat(feed.maxPerCategory()).isEmpty();
    InAppConfig told = inApp("{sectionName: S, ranking: personalised, maxPerCategory: 2}");
    assertThat(told.ranking()).isEqualTo(InAppConfig.Ranking.PERSONALISED);
    assertThat(told.maxPerCategory()).contains(2);
    assertThatThrownBy(() -> inApp("{sectionName: S, maxPerCategory: 0}"))
        .hasMessage("maxPerCategory must be at least 1, was 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sendTime: "9:00" | sendTime must be a time of day from "00:00" to "23:59", such as "10:00", was "9:00"
          sendTime: "24:00" | sendTime must be a time of day from "00:00" to "23:59", such as "10:00", was "24:00"
          timezone: Berlin | timezone must be "local" or a zone such as "Europe/Berlin", was "Berlin"
          delayMinutes: -1 | delayMinutes must be at least 0, was -1
          delayHours: -1 | delayHours must be at least 0, was -1
          delayDays: -1 | delayDays must be at least 0, was -1
          minScore: 1.5 | minScore must lie in 0..1, was 1.5
          minScore: .nan | minScore must lie in 0..1, was NaN
          limit: 0 | limit must be at least 1, was 0
          discountPercent: 101 | discountPercent must lie in 0..100, was 101
          maxProductsPerEmail: 0 | maxProductsPerEmail must be at least 1, was 0
          """)
  void aValueThatCannotBeIsNamedWithWhatWouldBeRight(String line, String message) {
    assertThatThrownBy(() -> email("templateId: t\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aBlankTextIsNamed() {
    assertThatThrownBy(() -> email("templateId: ' '")).hasMessage("templateId must not be blank");
    assertThatThrownBy(() -> Configs.read(new SmsChannelFactory().shape(), "message: ''"))
        .hasMessage("message must not be blank");
  }

  @ParameterizedTest
  @CsvSource({"hourly", "PT0S", "PT-5M"})
  void anUnreadableRefreshIntervalIsNamed(String interval) {
    assertThatThrownBy(() -> inApp("{sectionName: S, refreshInterval: " + interval + "}"))
        .hasMessage(
            "refreshInterval must be \"realtime\" or a positive ISO 8601 duration such as"
                + " \"PT15M\", was \""
                + interval
                + "\"");
  }

  private static EmailConfig email(String yaml) {
    return Configs.read(new EmailChannelFactory().shape(), yaml);
  }

  private static InAppConfig inApp(String yaml) {
    return Configs.read(new InAppChannelFactory().shape(), yaml);
  }
}
