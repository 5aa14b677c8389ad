package com.ceap.local.bench.campaign;

import com.ceap.channels.content.ContentValues;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.template.MessageTemplate;
import com.ceap.channels.template.RenderedTemplate;
import com.ceap.model.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The template engine's own work: the campaign's template, and what some of its messages say, all
 * of which is there before it begins. Thread-safe.
 */
final class BareRendering {
  private static final int MESSAGES = 200;
  private static final int PRODUCTS = 5;
  private static final String LANGUAGE = "en";
  private static final String PICTURE = "<img src=\"[^\"]*/o/[^\"]*\"[^>]*>\n";

  private final List<Supplier<RenderedTemplate>> prepared = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param composer which makes the campaign's messages
   * @param now when it is sent
   * @throws IllegalStateException where what is rendered is not what the campaign sends
   */
  BareRendering(
      MessageTemplate template, Composing composing, MessageComposer composer, Instant now) {
    for (int i = 0; i < MESSAGES; i++) {
      MessageContent content = content(i, now);
      ContentValues said =
          ContentValues.of(content, composing, "email", LANGUAGE, content.offer(), PRODUCTS);
      Supplier<RenderedTemplate> one =
          template.prepared(LANGUAGE, said.values(), said.products(), Optional.empty());
      check(one.get(), composer.compose(content));
      prepared.add(one);
    }
  }

  private static MessageContent content(int i, Instant now) {
    Map<String, Product> products =
        Map.of("P" + i, NightlyRun.product(i), "P" + (i + 7), NightlyRun.product(i + 7));
    return new MessageContent(
        "0123456789abcdef0123456789abcdef",
        NightlyRun.customer(i),
        List.of(NightlyRun.candidate(i, i), NightlyRun.candidate(i, i + 7)),
        products,
        Optional.of(new MessageContent.Offer(15, "RECO15")),
        now.plus(Duration.ofDays(1)),
        now);
  }

  private static void check(RenderedTemplate bare, Composition composed) {
    if (composed instanceof Composition.Composed(EmailMessage mail)
        && mail.html().replaceAll(PICTURE, "").equals(bare.html())
        && mail.text().equals(bare.text())) {
      return;
    }
    throw new IllegalStateException("the floor renders something else than the campaign sends");
  }

  /** Renders one message; answers how many characters. */
  int render(int i) {
    RenderedTemplate mail = prepared.get(i % MESSAGES).get();
    return mail.html().length() + mail.text().length();
  }
}
