package com.ceap.channels.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final Currency POUND = Currency.getInstance("GBP");
  private static final Currency YEN = Currency.getInstance("JPY");
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  private final Formats formats = new Formats();

  @Test
  void amountsFollowTheirCurrencyAndTheirReaderHoweverOftenTheyAreWritten() {
    for (int time = 0; time < 2; time++) {
      assertThat(money(POUND, Locale.UK)).isEqualTo("£9.90");
      assertThat(money(POUND, Locale.US)).isEqualTo("£9.90");
      assertThat(money(POUND, Locale.GERMANY)).isEqualTo("9,90\u00A0£");
      assertThat(money(YEN, Locale.JAPAN)).isEqualTo("￥10");
    }
  }

  @Test
  void whoeverChangesAFormatChangesItForHimselfAlone() {
    NumberFormat own = formats.money(POUND, Locale.UK);
    own.setMaximumFractionDigits(0);
    assertThat(money(POUND, Locale.UK)).isEqualTo("£9.90");
  }

  @Test
  void momentsFollowTheirZoneAndTheirReaderAndAreToldToTheMinute() {
    String london = moment(TEN, "Europe/London", Locale.UK);
    assertThat(london).isEqualTo("22 November 2026, 10:00 GMT");
    assertThat(moment(TEN.plusSeconds(59), "Europe/London", Locale.UK)).isEqualTo(london);
    assertThat(moment(TEN.plusSeconds(60), "Europe/London", Locale.UK)).contains("10:01");
    assertThat(moment(TEN, "Europe/Berlin", Locale.UK)).contains("11:00");
    assertThat(moment(TEN, "Europe/London", Locale.GERMANY)).contains("22. November 2026");
  }

  private String money(Currency currency, Locale locale) {
    return formats.money(currency, locale).format(new BigDecimal("9.90"));
  }

  private String moment(Instant at, String zone, Locale locale) {
    return formats.moment(at, ZoneId.of(zone), locale);
  }
}
