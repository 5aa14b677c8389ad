package com.ceap.channels.local;

import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.PushPayload;
import com.ceap.channels.spi.SmsMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What lies in the outbox for a message, by file name, and what its entry says of it. */
record OutboxFiles(String summary, Map<String, byte[]> contents) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The files of a message.
   *
   * @param from who e-mails are from
   */
  static OutboxFiles of(OutgoingMessage message, InternetAddress from, Instant at) {
    return switch (message) {
      case EmailMessage mail -> email(mail, from, at);
      case SmsMessage sms -> sms(sms);
      case PushMessage push -> push(push);
      default -> other(message);
    };
  }

  private static OutboxFiles email(EmailMessage mail, InternetAddress from, Instant at) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("message.eml", MailFile.of(mail, from, at));
    contents.put("preview.html", bytes(mail.html()));
    return new OutboxFiles(mail.subject(), contents);
  }

  private static OutboxFiles sms(SmsMessage sms) {
    String text = "To: %s\nSegments: %d\n\n%s\n".formatted(sms.to(), sms.segments(), sms.text());
    return new OutboxFiles(sms.text(), Map.of("message.txt", bytes(text)));
  }

  private static OutboxFiles push(PushMessage push) {
    ArrayNode devices = JSON.createArrayNode();
    push.devices()
        .forEach(
            device -> {
              ObjectNode node = devices.addObject();
              node.put("platform", device.platform());
              node.put("token", device.token());
              node.set("payload", tree(PushPayload.of(push, device.platform())));
            });
    return new OutboxFiles(
        push.title() + " " + push.body(), Map.of("message.json", bytes(devices.toPrettyString())));
  }

  /** A channel that somebody added: its message as its record says. */
  private static OutboxFiles other(OutgoingMessage message) {
    return new OutboxFiles(
        message.getClass().getSimpleName(),
        Map.of("message.json", bytes(JSON.valueToTree(message).toPrettyString())));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a payload is always JSON", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
