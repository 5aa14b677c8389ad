package com.ceap.channels.builtin;

import com.ceap.channels.content.ContentValues;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.Composition.NotComposed;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.PushPayload;
import com.ceap.channels.text.CleanText;
import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.channels.text.Values;
import com.ceap.model.CandidateKey;
import com.ceap.model.Device;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes push notifications. */
record PushComposer(
    String channelId, PlaceholderText title, PlaceholderText body, Composing composing)
    implements MessageComposer {
  private static final Set<String> PLATFORMS = Set.of("ios", "android", "web");

  /** What End User Messaging adds to a payload: tags, a trace, its own framing. */
  private static final int RESERVED_BYTES = 512;

  // How long names may be, from as they are to hardly recognisable.
  private static final int[] NAME_LENGTHS = {Integer.MAX_VALUE, 30, 15, 5};
  private static final Set<Placeholder> NAMES =
      Set.of(Placeholder.CUSTOMER_NAME, Placeholder.PRODUCT_NAME, Placeholder.CATEGORIES);

  @Override
  public Composition compose(MessageContent content) {
    if (content.customer().devices().isEmpty()) {
      return new NotComposed("NO_ADDRESS", "the customer has no device");
    }
    List<Device> devices =
        content.customer().devices().stream()
            .filter(device -> PLATFORMS.contains(device.platform()))
            .toList();
    return devices.isEmpty()
        ? new NotComposed("ADDRESS_INVALID", "no device of the customer is of ios, android or web")
        : compose(content, devices);
  }

  private Composition compose(MessageContent content, List<Device> devices) {
    String language = ContentValues.languageOf(content);
    Values values =
        ContentValues.of(content, composing, channelId, language, content.offer(), 1).values();
    if (body.fill(values).isBlank()) {
      return new NotComposed(
          "NO_TEXT", "every sentence of the body needs what there is none of, such as an offer");
    }
    Optional<PushMessage> fitting =
        IntStream.of(NAME_LENGTHS)
            .mapToObj(length -> message(content, devices, shortened(values, length)))
            .filter(PushComposer::fits)
            .findFirst();
    return fitting
        .<Composition>map(Composed::new)
        .orElseGet(
            () ->
                new NotComposed(
                    "TOO_LONG",
                    "the notification takes more than the %d bytes that its services carry"
                        .formatted(PushPayload.MAX_BYTES - RESERVED_BYTES)));
  }

  private PushMessage message(MessageContent content, List<Device> devices, Values values) {
    CandidateKey key = content.candidates().getFirst().key();
    String headline = title.fill(values);
    return new PushMessage(
        content.messageId(),
        key.customerId(),
        key.programId(),
        devices,
        headline.isBlank() ? values.find(Placeholder.BRAND_NAME).orElseThrow() : headline,
        body.fill(values),
        values.find(Placeholder.LINK).orElseThrow());
  }

  private static boolean fits(PushMessage message) {
    return message.devices().stream()
        .map(Device::platform)
        .distinct()
        .allMatch(
            platform ->
                PushPayload.bytes(message, platform) <= PushPayload.MAX_BYTES - RESERVED_BYTES);
  }

  private static Values shortened(Values values, int length) {
    Map<Placeholder, String> names = new EnumMap<>(Placeholder.class);
    for (Placeholder name : NAMES) {
      values.find(name).ifPresent(text -> names.put(name, CleanText.line(text, length)));
    }
    return values.with(names);
  }
}
