package com.ceap.channels.aws;

import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageTags;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntryResult;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendBulkEmailRequest;

/**
 * E-mails as one call of SendBulkEmail, each complete as it was rendered: the template says no more
 * than where its parts go. SES escapes nothing in it and, of a template that comes with the
 * request, fills in simple values only ("Advanced email personalization" and "Template" in its
 * guide and API reference).
 */
final class SesBulk {
  /** "SendBulkEmail" in the SES API reference. */
  static final int MOST = 50;

  /** A request with its template in it may be of 1 MB; the rest is for addresses and headers. */
  private static final int MOST_BYTES = 800_000;

  /** "ReplacementTemplate" in the SES API reference. */
  private static final int MOST_DATA = 262_144;

  private static final ObjectMapper JSON = new ObjectMapper();

  private SesBulk() {}

  /** An e-mail with what the template is filled with. */
  record Entry(EmailMessage email, String data) {
    static Entry of(EmailMessage email) {
      ObjectNode data = JSON.createObjectNode();
      data.put("subject", email.subject());
      data.put("html", email.html());
      data.put("text", email.text());
      return new Entry(email, data.toString());
    }

    int bytes() {
      return data.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether it may go together with others at all. */
    boolean fits() {
      return data.length() <= MOST_DATA;
    }
  }

  /** Groups that one call takes each, in their order. */
  static List<List<Entry>> calls(List<Entry> entries) {
    List<List<Entry>> calls = new ArrayList<>();
    int bytes = MOST_BYTES;
    for (Entry entry : entries) {
      bytes += entry.bytes();
      if (bytes > MOST_BYTES || calls.getLast().size() == MOST) {
        calls.add(new ArrayList<>());
        bytes = entry.bytes();
      }
      calls.getLast().add(entry);
    }
    return calls;
  }

  static SendBulkEmailRequest request(
      List<Entry> entries, EmailIdentity from, EmailSender sender, TransmissionWatch.Call call) {
    return SendBulkEmailRequest.builder()
        .overrideConfiguration(call.configuration())
        .fromEmailAddress(from.header())
        .replyToAddresses(from.replyTo().stream().toList())
        .configurationSetName(sender.configurationSet().orElse(null))
        .defaultContent(
            content ->
                content.template(
                    template ->
                        template
                            .templateContent(
                                parts ->
                                    parts.subject("{{subject}}").html("{{html}}").text("{{text}}"))
                            .templateData("{\"subject\":\"\",\"html\":\"\",\"text\":\"\"}")))
        .bulkEmailEntries(entries.stream().map(SesBulk::entry).toList())
        .build();
  }

  private static BulkEmailEntry entry(Entry entry) {
    EmailMessage email = entry.email();
    List<MessageHeader> headers =
        email.headers().entrySet().stream()
            .map(header -> MessageHeader.builder().name(header.getKey()).value(header.getValue()))
            .map(MessageHeader.Builder::build)
            .toList();
    List<MessageTag> tags =
        MessageTags.of(email).entrySet().stream()
            .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
            .toList();
    return BulkEmailEntry.builder()
        .destination(to -> to.toAddresses(email.to()))
        .replacementEmailContent(
            content ->
                content.replacementTemplate(
                    template -> template.replacementTemplateData(entry.data())))
        .replacementHeaders(headers)
        .replacementTags(tags)
        .build();
  }

  /** What SES said of one of them; its text may name the address, so only the status is told. */
  static Handover handover(BulkEmailEntryResult result) {
    BulkEmailStatus status = result.status();
    return switch (status == null ? BulkEmailStatus.UNKNOWN_TO_SDK_VERSION : status) {
      case SUCCESS -> new Handover.Accepted(result.messageId());
      case ACCOUNT_THROTTLED -> new Handover.Throttled(Provider.SOON);
      case ACCOUNT_DAILY_QUOTA_EXCEEDED, ACCOUNT_SENDING_PAUSED, CONFIGURATION_SET_SENDING_PAUSED ->
          new Handover.Throttled(Provider.LONG);
      case MESSAGE_REJECTED -> SesRefusals.rejection(result.error()).because(said(status));
      case MAIL_FROM_DOMAIN_NOT_VERIFIED,
          CONFIGURATION_SET_NOT_FOUND,
          ACCOUNT_SUSPENDED,
          INVALID_SENDING_POOL_NAME ->
          Refusal.SENDER_REFUSED.because(said(status));
      case INVALID_PARAMETER, TEMPLATE_NOT_FOUND -> Refusal.REQUEST_REFUSED.because(said(status));
      case TRANSIENT_FAILURE, FAILED, UNKNOWN_TO_SDK_VERSION -> new Handover.Unclear(said(status));
    };
  }

  private static String said(BulkEmailStatus status) {
    return "%s answered with %s for this recipient".formatted(SesRefusals.SES, status);
  }
}
