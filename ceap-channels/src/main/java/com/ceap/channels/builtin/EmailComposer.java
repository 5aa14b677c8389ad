package com.ceap.channels.builtin;

import com.ceap.channels.content.ContentValues;
import com.ceap.channels.content.Formats;
import com.ceap.channels.content.ReaderLocale;
import com.ceap.channels.link.LinkTarget.Open;
import com.ceap.channels.spi.Brand;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.Composition.NotComposed;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.template.MessageTemplate;
import com.ceap.channels.template.RenderedTemplate;
import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.channels.text.Values;
import com.ceap.model.CandidateKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes e-mails of a template. */
record EmailComposer(
    String channelId,
    EmailConfig config,
    MessageTemplate template,
    Optional<PlaceholderText> subject,
    Offers offers,
    Composing composing,
    Formats formats)
    implements MessageComposer {
  /** Of the picture's tag, its address excepted; or a little more. */
  private static final int PICTURE_LENGTH = 100;

  @Override
  public Composition compose(MessageContent content) {
    Optional<String> given = content.customer().email().filter(address -> !address.isBlank());
    if (given.isEmpty()) {
      return new NotComposed("NO_ADDRESS", "the customer has no e-mail address");
    }
    return EmailAddress.parse(given.get())
        .map(address -> compose(content, address))
        .orElseGet(
            () ->
                new NotComposed(
                    "ADDRESS_INVALID", "the customer's e-mail address is not of the form a@b.c"));
  }

  private Composition compose(MessageContent content, EmailAddress address) {
    CandidateKey key = content.candidates().getFirst().key();
    String language = template.languageFor(ReaderLocale.of(content.customer(), key.marketplace()));
    ContentValues said =
        ContentValues.of(
            content,
            composing,
            channelId,
            language,
            offers.of(content),
            config.maxProductsPerEmail(),
            formats);
    if (said.products().isEmpty() && key.subject().type().equals("product")) {
      return new NotComposed("NO_PRODUCT", "nobody knows the name of any product to show");
    }
    Optional<String> line =
        subject.map(text -> text.fill(said.values())).filter(text -> !text.isBlank());
    RenderedTemplate mail = template.render(language, said.values(), said.products(), line);
    return new Composed(
        new EmailMessage(
            content.messageId(),
            key.customerId(),
            key.programId(),
            address.text(),
            mail.subject(),
            withPicture(mail.html(), content.messageId(), key),
            mail.text(),
            headers(said.values())));
  }

  /** With the picture that says that it was opened, as the last thing to be loaded. */
  private String withPicture(String html, String messageId, CandidateKey key) {
    String url = composing.links().url(new Open(key.customerId(), key.programId(), messageId));
    int end = html.lastIndexOf("</body>");
    StringBuilder whole = new StringBuilder(html.length() + url.length() + PICTURE_LENGTH);
    return whole
        .append(html)
        .insert(
            end < 0 ? html.length() : end,
            "<img src=\""
                + url
                + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block; border:0;\">\n")
        .toString();
  }

  /** How mail programs offer the way out by themselves: RFC 2369 and, with one click, RFC 8058. */
  private Map<String, String> headers(Values values) {
    String link = values.find(Placeholder.UNSUBSCRIBE_LINK).orElseThrow();
    String token = link.substring(link.lastIndexOf('/') + 1);
    Brand brand = composing.brand();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "List-Unsubscribe",
        brand
            .unsubscribeMail()
            .map(mail -> "<%s>, <mailto:%s?subject=%s>".formatted(link, mail, token))
            .orElse("<" + link + ">"));
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return headers;
  }
}
