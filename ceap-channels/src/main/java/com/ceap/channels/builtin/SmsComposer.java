package com.ceap.channels.builtin;

import com.ceap.channels.content.ContentValues;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.Composition.NotComposed;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.CandidateKey;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes text messages. */
record SmsComposer(
    String channelId, PlaceholderText message, Optional<String> optOutHint, Composing composing)
    implements MessageComposer {
  /** A text that needs more is no text message any more; what phones show as one ends sooner. */
  static final int MAX_SEGMENTS = 6;

  /** ITU-T E.164: a plus, then up to 15 digits that begin with the country's. */
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  @Override
  public Composition compose(MessageContent content) {
    Optional<String> number =
        content.customer().phone().map(String::strip).filter(given -> !given.isEmpty());
    if (number.isEmpty()) {
      return new NotComposed("NO_ADDRESS", "the customer has no phone number");
    }
    if (!E164.matcher(number.get()).matches()) {
      return new NotComposed(
          "ADDRESS_INVALID", "the customer's phone number is not of the form +4930123456");
    }
    return compose(content, number.get());
  }

  private Composition compose(MessageContent content, String number) {
    String language = ContentValues.languageOf(content);
    ContentValues said =
        ContentValues.of(content, composing, channelId, language, content.offer(), 1);
    String filled = message.fill(said.values());
    if (filled.isBlank()) {
      return new NotComposed(
          "NO_TEXT", "every sentence of the message needs what there is none of, such as an offer");
    }
    SmsText text = SmsText.of(optOutHint.map(hint -> filled + " " + hint).orElse(filled));
    if (text.segments() > MAX_SEGMENTS) {
      return new NotComposed(
          "TOO_LONG",
          "the text takes %d parts, at most %d are sent".formatted(text.segments(), MAX_SEGMENTS));
    }
    CandidateKey key = content.candidates().getFirst().key();
    return new Composed(
        new SmsMessage(
            content.messageId(),
            key.customerId(),
            key.programId(),
            number,
            text.text(),
            text.segments()));
  }
}
