package com.ceap.model.program;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/**
 * What a message costs its sender, for reports. Where a program says nothing the list prices of AWS
 * for the first messages of a month hold, in US dollars: docs/reference/metrics.md names them.
 */
public record MessageCosts(
    @Key(value = "The currency of the costs, as its ISO 4217 code.", defaultYaml = "USD")
        String currency,
    @Key(
            value = "What one message costs, by the type of its channel, at least 0.",
            defaultYaml = "{}")
        Map<String, Double> perMessage) {
  /** What holds where a program says nothing. */
  public static final MessageCosts DEFAULT = new MessageCosts("USD", Map.of());

  private static final Map<String, Double> LIST_PRICES =
      Map.of("email", 0.0001, "sms", 0.00645, "push", 0.000001);

  public MessageCosts {
    perMessage = Map.copyOf(perMessage);
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      throw new IllegalArgumentException(
          "the currency of costs must be an ISO 4217 code such as USD, was '" + currency + "'");
    }
    perMessage.forEach(
        (type, cost) -> {
          if (cost < 0) {
            throw new IllegalArgumentException(
                "a message of type '%s' cannot cost %s; give 0 or more".formatted(type, cost));
          }
        });
  }

  /** The cost of one message of a type of channel; 0 where nobody knows one. */
  public BigDecimal of(String channelType) {
    double list = currency.equals("USD") ? LIST_PRICES.getOrDefault(channelType, 0.0) : 0;
    return BigDecimal.valueOf(perMessage.getOrDefault(channelType, list));
  }
}
