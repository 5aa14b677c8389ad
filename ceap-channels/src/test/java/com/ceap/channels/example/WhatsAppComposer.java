package com.ceap.channels.example;

import com.ceap.channels.content.ContentValues;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.model.CandidateKey;

/** Makes WhatsApp texts. */
record WhatsAppComposer(String channelId, PlaceholderText message, Composing composing)
    implements MessageComposer {
  @Override
  public Composition compose(MessageContent content) {
    String number = content.customer().phone().orElse("");
    if (!number.matches("\\+[1-9]\\d{6,14}")) {
      return new Composition.NotComposed("NO_ADDRESS", "the customer has no phone number");
    }
    String language = ContentValues.languageOf(content);
    ContentValues said =
        ContentValues.of(content, composing, channelId, language, content.offer(), 1);
    String text = message.fill(said.values());
    if (text.isBlank()) {
      return new Composition.NotComposed("NO_TEXT", "the message has nothing to say to this one");
    }
    CandidateKey key = content.candidates().getFirst().key();
    return new Composition.Composed(
        new WhatsAppMessage(content.messageId(), key.customerId(), key.programId(), number, text));
  }
}
