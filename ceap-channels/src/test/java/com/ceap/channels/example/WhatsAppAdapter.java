package com.ceap.channels.example;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Hands texts to a WhatsApp Business API. Thread-safe. */
record WhatsAppAdapter(HttpClient client, URI messages, String token) implements ChannelAdapter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(30);

  @Override
  public String type() {
    return "whatsapp";
  }

  @Override
  public Handover send(OutgoingMessage message) {
    try {
      // This client repeats no POST by itself.
      return handover(
          client.send(request((WhatsAppMessage) message), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Handover.Unclear("the API did not answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Handover.Unclear("interrupted while the API was asked");
    }
  }

  private static Handover handover(HttpResponse<String> response) throws IOException {
    int status = response.statusCode();
    if (status == 200) {
      String id = JSON.readTree(response.body()).path("messages").path(0).path("id").asText();
      return new Handover.Accepted(id);
    }
    if (status == 429) {
      return new Handover.Throttled(LATER);
    }
    return status >= 500
        ? new Handover.Unclear("the API answered " + status)
        : new Handover.Refused("REQUEST_REFUSED", "the API answered " + status, false);
  }

  private HttpRequest request(WhatsAppMessage message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("messaging_product", "whatsapp").put("to", message.to()).put("type", "text");
    body.putObject("text").put("body", message.text());
    body.put("biz_opaque_callback_data", message.messageId());
    return HttpRequest.newBuilder(messages)
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build();
  }
}
