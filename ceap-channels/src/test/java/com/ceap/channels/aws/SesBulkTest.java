package com.ceap.channels.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.Handover;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** SendBulkEmail on the wire, against a stub server. */
class SesBulkTest {
  private static final String BULK = "/v2/email/outbound-bulk-emails";
  private static final String SINGLE = "/v2/email/outbound-emails";
  private static final String SUCCESS = "{\"Status\":\"SUCCESS\",\"MessageId\":\"ses-%d\"}";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private static ChannelAdapter adapter() {
    EmailSender sender =
        new EmailSender(
            Optional.of(new EmailIdentity("news@shop.example", Optional.empty(), Optional.empty())),
            Map.of(),
            Optional.of("ceap-dev"));
    return SesEmailAdapter.of(
        Wire.at(SERVER.baseUrl(), SesV2Client.builder()), sender, Duration.ofSeconds(60));
  }

  private static List<EmailMessage> emails(int count, String text) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new EmailMessage(
                    "m" + i,
                    "C" + i,
                    "recs",
                    "c" + i + "@example.org",
                    "Hi {{you}}",
                    "<p>" + text + "</p>",
                    text,
                    Map.of("List-Unsubscribe", "<https://shop.example/u/" + i + ">")))
        .toList();
  }

  private static void answer(String... results) {
    SERVER.stubFor(
        post(urlEqualTo(BULK))
            .willReturn(
                aResponse()
                    .withBody("{\"BulkEmailEntryResults\":[" + String.join(",", results) + "]}")));
  }

  private static String[] successes(int count) {
    return IntStream.range(0, count).mapToObj(SUCCESS::formatted).toArray(String[]::new);
  }

  @Test
  void everyRecipientHasItsOwnContentHeadersAndTags() {
    answer(successes(2));
    List<Handover> answers = adapter().sendAll(emails(2, "Dear Ada"));
    assertThat(answers)
        .containsExactly(new Handover.Accepted("ses-0"), new Handover.Accepted("ses-1"));
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(BULK))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "FromEmailAddress": "news@shop.example",
                      "ReplyToAddresses": [],
                      "ConfigurationSetName": "ceap-dev",
                      "DefaultContent": {"Template": {
                        "TemplateContent": {
                          "Subject": "{{subject}}", "Html": "{{html}}", "Text": "{{text}}"},
                        "TemplateData": "{\\"subject\\":\\"\\",\\"html\\":\\"\\",\\"text\\":\\"\\"}"
                      }},
                      "BulkEmailEntries": [%s, %s]
                    }
                    """
                        .formatted(entry(0), entry(1)))));
  }

  /** The customer's id is in base64url: {@code C0}, {@code C1}. */
  private static String entry(int i) {
    return """
        {
          "Destination": {"ToAddresses": ["c%1$d@example.org"]},
          "ReplacementEmailContent": {"ReplacementTemplate": {"ReplacementTemplateData":
            "{\\"subject\\":\\"Hi {{you}}\\",\\"html\\":\\"<p>Dear Ada</p>\\",\\"text\\":\\"Dear Ada\\"}"}},
          "ReplacementHeaders": [
            {"Name": "List-Unsubscribe", "Value": "<https://shop.example/u/%1$d>"}],
          "ReplacementTags": [
            {"Name": "messageId", "Value": "m%1$d"},
            {"Name": "program", "Value": "recs"},
            {"Name": "customer", "Value": "%2$s"}]
        }
        """
        .formatted(i, i == 0 ? "QzA" : "QzE");
  }

  @Test
  void oneRecipientOfFiftyFailsAlone() {
    String[] results = successes(50);
    results[7] = "{\"Status\":\"INVALID_PARAMETER\",\"Error\":\"c7@example.org is odd\"}";
    answer(results);
    List<Handover> answers = adapter().sendAll(emails(50, "x"));
    assertThat(answers).hasSize(50);
    assertThat(answers.get(7))
        .isEqualTo(
            new Handover.Refused(
                "REQUEST_REFUSED",
                "SES answered with INVALID_PARAMETER for this recipient",
                false));
    assertThat(answers).filteredOn(Handover.Accepted.class::isInstance).hasSize(49);
    SERVER.verify(1, postRequestedFor(urlEqualTo(BULK)));
    SERVER.verify(0, postRequestedFor(urlEqualTo(SINGLE)));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_THROTTLED, Throttled",
    "ACCOUNT_DAILY_QUOTA_EXCEEDED, Throttled",
    "ACCOUNT_SENDING_PAUSED, Throttled",
    "MESSAGE_REJECTED, Refused",
    "MAIL_FROM_DOMAIN_NOT_VERIFIED, Refused",
    "TRANSIENT_FAILURE, Unclear",
    "FAILED, Unclear",
    "NEVER_HEARD_OF, Unclear",
  })
  void whatIsNotSaidClearlyIsUnclear(String status, String outcome) {
    answer("{\"Status\":\"SUCCESS\",\"MessageId\":\"a\"}", "{\"Status\":\"" + status + "\"}");
    assertThat(adapter().sendAll(emails(2, "x")).get(1).getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @Test
  void aCallThatIsThrottledOrUnansweredHoldsForAll() {
    SERVER.stubFor(
        post(urlEqualTo(BULK)).willReturn(Wire.json(429, "TooManyRequestsException", "slow")));
    assertThat(adapter().sendAll(emails(3, "x")))
        .hasSize(3)
        .allMatch(Handover.Throttled.class::isInstance);
    SERVER.stubFor(post(urlEqualTo(BULK)).willReturn(aResponse().withStatus(500)));
    assertThat(adapter().sendAll(emails(3, "x")))
        .hasSize(3)
        .allMatch(Handover.Unclear.class::isInstance);
    answer(successes(2));
    assertThat(adapter().sendAll(emails(3, "x")))
        .containsOnly(new Handover.Unclear("SES answered for 2 of 3 messages"));
  }

  @Test
  void whereTheWholeCallIsRefusedEachIsTriedByItself() {
    SERVER.stubFor(
        post(urlEqualTo(BULK)).willReturn(Wire.json(400, "BadRequestException", "one is odd")));
    SERVER.stubFor(
        post(urlEqualTo(SINGLE)).willReturn(aResponse().withBody("{\"MessageId\":\"one\"}")));
    assertThat(adapter().sendAll(emails(3, "x"))).containsOnly(new Handover.Accepted("one"));
    SERVER.verify(3, postRequestedFor(urlEqualTo(SINGLE)));
  }

  @Test
  void noCallExceedsWhatSesTakes() {
    List<SesBulk.Entry> small =
        emails(120, "x").stream().map(SesBulk.Entry::of).collect(Collectors.toList());
    assertThat(SesBulk.calls(small)).extracting(List::size).containsExactly(50, 50, 20);
    List<SesBulk.Entry> large =
        emails(10, "x".repeat(60_000)).stream().map(SesBulk.Entry::of).collect(Collectors.toList());
    assertThat(SesBulk.calls(large)).extracting(List::size).containsExactly(6, 4);
    assertThat(SesBulk.Entry.of(emails(1, "x".repeat(140_000)).getFirst()).fits()).isFalse();
  }
}
