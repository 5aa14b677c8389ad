package com.ceap.channels.aws;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageTags;
import com.ceap.channels.spi.OutgoingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Hands e-mails to SES. An address on the account's suppression list is no refusal: SES takes the
 * message and reports a bounce or a complaint. Thread-safe.
 */
public final class SesEmailAdapter implements ChannelAdapter {
  /** "MessageTag" in the SES API reference. */
  private static final int MAX_TAG = 256;

  private static final Handover TAG_TOO_LONG =
      Refusal.REQUEST_REFUSED.because(
          "the customer's id is longer than a tag of SES, so that feedback could not be matched");

  private final SesV2Client client;
  private final EmailSender sender;
  private final Provider provider = new Provider(SesRefusals.SES, SesRefusals::of);

  private SesEmailAdapter(SesV2Client client, EmailSender sender) {
    this.client = client;
    this.sender = sender;
  }

  /**
   * An adapter on a client of its own, set up to send once.
   *
   * @param timeout for one message
   */
  public static SesEmailAdapter of(
      SesV2ClientBuilder builder, EmailSender sender, Duration timeout) {
    return new SesEmailAdapter(SingleAttempt.client(builder, timeout), sender);
  }

  @Override
  public String type() {
    return "email";
  }

  @Override
  public Handover send(OutgoingMessage message) {
    EmailMessage email = (EmailMessage) message;
    return send(email, from(email));
  }

  private Handover send(EmailMessage email, EmailIdentity from) {
    Map<String, String> tags = MessageTags.of(email);
    return tooLong(tags)
        ? TAG_TOO_LONG
        : provider.call(
            call -> client.sendEmail(request(email, from, tags, call)),
            response -> new Handover.Accepted(response.messageId()));
  }

  private EmailIdentity from(EmailMessage email) {
    return sender
        .of(email.programId())
        .orElseThrow(
            () ->
                SenderMissing.of(
                    "e-mails of program '%s'".formatted(email.programId()),
                    "senders.email.standard or senders.email.programs"));
  }

  private static boolean tooLong(Map<String, String> tags) {
    return tags.get(MessageTags.CUSTOMER).length() > MAX_TAG;
  }

  @Override
  public int together() {
    return SesBulk.MOST;
  }

  /** Those that no bulk call takes go by themselves. */
  @Override
  public List<Handover> sendAll(List<? extends OutgoingMessage> messages) {
    if (messages.size() == 1) {
      return List.of(send(messages.getFirst()));
    }
    Map<String, Handover> answers = new HashMap<>();
    List<SesBulk.Entry> bulk = new ArrayList<>();
    for (OutgoingMessage message : messages) {
      EmailMessage email = (EmailMessage) message;
      EmailIdentity from = from(email);
      SesBulk.Entry entry = SesBulk.Entry.of(email);
      if (entry.fits() && !tooLong(MessageTags.of(email))) {
        bulk.add(entry);
      } else {
        answers.put(email.messageId(), send(email, from));
      }
    }
    SesBulk.calls(bulk).forEach(call -> sendTogether(call, answers));
    return messages.stream().map(message -> answers.get(message.messageId())).toList();
  }

  private void sendTogether(List<SesBulk.Entry> entries, Map<String, Handover> answers) {
    EmailIdentity from = from(entries.getFirst().email());
    List<Handover> said =
        provider.callAll(
            entries.size(),
            call -> client.sendBulkEmail(SesBulk.request(entries, from, sender, call)),
            response -> response.bulkEmailEntryResults().stream().map(SesBulk::handover).toList());
    boolean allRefused = said.stream().allMatch(Handover.Refused.class::isInstance);
    for (int i = 0; i < entries.size(); i++) {
      EmailMessage email = entries.get(i).email();
      // One of them may have spoiled the call for all, and surely none was taken.
      answers.put(email.messageId(), allRefused ? send(email, from) : said.get(i));
    }
  }

  private SendEmailRequest request(
      EmailMessage email,
      EmailIdentity from,
      Map<String, String> tags,
      TransmissionWatch.Call call) {
    return SendEmailRequest.builder()
        .overrideConfiguration(call.configuration())
        .fromEmailAddress(from.header())
        .replyToAddresses(from.replyTo().stream().toList())
        .destination(to -> to.toAddresses(email.to()))
        .content(content(email))
        .emailTags(tags(tags))
        .configurationSetName(sender.configurationSet().orElse(null))
        .build();
  }

  private static EmailContent content(EmailMessage email) {
    List<MessageHeader> headers =
        email.headers().entrySet().stream()
            .map(header -> MessageHeader.builder().name(header.getKey()).value(header.getValue()))
            .map(MessageHeader.Builder::build)
            .toList();
    Body body = Body.builder().html(utf8(email.html())).text(utf8(email.text())).build();
    return EmailContent.builder()
        .simple(simple -> simple.subject(utf8(email.subject())).body(body).headers(headers))
        .build();
  }

  private static Content utf8(String text) {
    return Content.builder().charset("UTF-8").data(text).build();
  }

  private static List<MessageTag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
