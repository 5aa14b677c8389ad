package com.ceap.serving.api;

import com.ceap.model.CandidateKey;
import com.ceap.serving.http.JsonBody;
import com.ceap.storage.Engagement;
import com.ceap.storage.Engagement.Sale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the report of an event. */
final class EventBody {
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final int ORDER_LENGTH = 256;

  /** ISO 4217's word for none; where the body names none, its problem is told instead. */
  private static final String NO_CURRENCY = "XXX";

  private static final String TYPES =
      Arrays.stream(Engagement.Type.values())
          .map(EventBody::name)
          .collect(Collectors.joining(", "));

  private EventBody() {}

  static Engagement read(JsonBody body, CandidateKey candidate, String eventKey, Instant now) {
    Optional<Engagement.Type> type = body.demanded("type", 32, EventBody::type);
    Optional<String> channel = body.like(Inputs.CHANNEL);
    Optional<Instant> at = body.parsed("occurredAt", 64, text -> time(text, now));
    Optional<Sale> sale = body.object("order", EventBody::sale);
    if (sale.isPresent() && type.isPresent() && type.get() != Engagement.Type.CONVERSION) {
      body.fault("order", "order belongs to a conversion, not to a " + name(type.get()));
    }
    return new Engagement(
        candidate, eventKey, type.orElse(Engagement.Type.IMPRESSION), channel, at, sale);
  }

  private static String name(Engagement.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static Engagement.Type type(String text) {
    return Arrays.stream(Engagement.Type.values())
        .filter(type -> name(type).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("type must be one of %s".formatted(TYPES)));
  }

  private static Instant time(String text, Instant now) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      if (!at.isAfter(now.plus(AHEAD))) {
        return at;
      }
      throw new IllegalArgumentException("occurredAt must not lie ahead");
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "occurredAt must be a time such as 2026-03-01T10:00:00Z", e);
    }
  }

  private static Sale sale(JsonBody body) {
    String orderId = body.text("orderId", ORDER_LENGTH);
    Optional<BigDecimal> revenue = body.demanded("amount", 32, EventBody::amount);
    Optional<String> currency = body.demanded("currency", 3, EventBody::currency);
    return new Sale(orderId, revenue.orElse(BigDecimal.ZERO), currency.orElse(NO_CURRENCY));
  }

  private static BigDecimal amount(String text) {
    if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException("amount must be an amount such as \"135.00\"");
    }
    return new BigDecimal(text);
  }

  private static String currency(String text) {
    try {
      return Currency.getInstance(text).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("currency must be an ISO 4217 code such as USD", e);
    }
  }
}
