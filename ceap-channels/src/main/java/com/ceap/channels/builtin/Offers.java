package com.ceap.channels.builtin;

import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.channels.template.OfferCodes;
import java.util.Optional;

/** What an e-mail offers. */
record Offers(EmailConfig config, OfferCodes codes) {
  /** The channel's own percent, else the customer's offer; nothing where the channel says so. */
  Optional<Offer> of(MessageContent content) {
    if (!config.includeDiscount()) {
      return Optional.empty();
    }
    return config.discountPercent().isPresent()
        ? config
            .discountPercent()
            .filter(percent -> percent > 0)
            .map(percent -> new Offer(percent, codes.code(percent)))
        : content.offer();
  }
}
