package com.ceap.model.program;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The marketplaces that programs may name. A country with several zones has the one where most of
 * its people live.
 */
public final class Marketplaces {
  private static final String DATA =
      """
      US America/New_York USD
      CA America/Toronto CAD
      MX America/Mexico_City MXN
      BR America/Sao_Paulo BRL
      UK Europe/London GBP
      IE Europe/Dublin EUR
      DE Europe/Berlin EUR
      AT Europe/Vienna EUR
      CH Europe/Zurich CHF
      FR Europe/Paris EUR
      BE Europe/Brussels EUR
      NL Europe/Amsterdam EUR
      IT Europe/Rome EUR
      ES Europe/Madrid EUR
      PT Europe/Lisbon EUR
      SE Europe/Stockholm SEK
      DK Europe/Copenhagen DKK
      NO Europe/Oslo NOK
      FI Europe/Helsinki EUR
      PL Europe/Warsaw PLN
      CZ Europe/Prague CZK
      TR Europe/Istanbul TRY
      AE Asia/Dubai AED
      SA Asia/Riyadh SAR
      EG Africa/Cairo EGP
      ZA Africa/Johannesburg ZAR
      IN Asia/Kolkata INR
      SG Asia/Singapore SGD
      JP Asia/Tokyo JPY
      KR Asia/Seoul KRW
      AU Australia/Sydney AUD
      NZ Pacific/Auckland NZD
      """;

  private static final Map<String, Marketplace> BY_ID = read();

  private Marketplaces() {}

  private static Map<String, Marketplace> read() {
    Map<String, Marketplace> byId = new LinkedHashMap<>();
    DATA.lines()
        .map(line -> line.split(" ", -1))
        .map(part -> new Marketplace(part[0], ZoneId.of(part[1]), Currency.getInstance(part[2])))
        .forEach(marketplace -> byId.put(marketplace.id(), marketplace));
    return byId;
  }

  /** The ids of all marketplaces. */
  public static Set<String> ids() {
    return Collections.unmodifiableSet(BY_ID.keySet());
  }

  public static Optional<Marketplace> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
