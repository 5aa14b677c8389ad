package com.ceap.channels.content;

import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.channels.text.Values;
import java.util.List;
import java.util.Optional;

/**
 * What one message says for each placeholder.
 *
 * @param values for the message as a whole
 * @param products for each product that is shown, besides the former
 */
public record ContentValues(Values values, List<Values> products) {
  /** Longer names are cut. */
  public static final int NAME_LENGTH = 50;

  public ContentValues {
    products = List.copyOf(products);
  }

  /**
   * The values of a message.
   *
   * @param channelId the channel that the way out is for
   * @param language of the texts that the values stand in
   * @param offer what the message offers; may be less than the content's
   * @param maxProducts how many products it shows at most
   */
  public static ContentValues of(
      MessageContent content,
      Composing composing,
      String channelId,
      String language,
      Optional<Offer> offer,
      int maxProducts) {
    return of(content, composing, channelId, language, offer, maxProducts, new Formats());
  }

  /**
   * As the other, of one of several messages.
   *
   * @param formats kept from one message to the next
   */
  public static ContentValues of(
      MessageContent content,
      Composing composing,
      String channelId,
      String language,
      Optional<Offer> offer,
      int maxProducts,
      Formats formats) {
    String marketplace = content.candidates().getFirst().key().marketplace();
    Reader reader = Reader.of(content.customer(), marketplace, language, formats);
    return new ContentReading(content, composing, reader, offer).values(channelId, maxProducts);
  }

  /** The language in which a customer is addressed where the texts have none of their own. */
  public static String languageOf(MessageContent content) {
    return ReaderLocale.of(content.customer(), content.candidates().getFirst().key().marketplace())
        .getLanguage();
  }
}
