package com.ceap.lambdas.wiring.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.aws.EmailIdentity;
import com.ceap.channels.spi.Brand;
import com.ceap.lambdas.journey.aws.ScheduleTarget;
import com.ceap.lambdas.topology.Setting;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionSettingsTest {
  @Test
  void whatEveryFunctionNeedsIsEnough() {
    FunctionSettings settings = FunctionSettings.read(needed());

    assertThat(settings.environment()).isEqualTo("dev");
    assertThat(settings.tablePrefix()).isEqualTo("ceap-dev-");
    assertThat(settings.indexShards()).isEqualTo(4);
    assertThat(settings.messages()).isEmpty();
    assertThat(settings.schedules()).isEmpty();
    assertThat(settings.pathStyle()).isFalse();
  }

  @Test
  void everyProblemIsToldAtOnce() {
    Map<String, String> wrong = needed();
    wrong.remove("CEAP_TABLE_PREFIX");
    wrong.put("CEAP_INDEX_SHARDS", "1001");
    wrong.put("CEAP_DATA_BUCKET", "My Bucket");
    wrong.put("CEAP_SCHEDULE_GROUP", "ceap-dev");
    wrong.put("CEAP_LINK_URL", "http://mail.example.com");
    wrong.put("CEAP_SENDER_EMAIL", "not an address");
    wrong.put("CEAP_SMS_ORIGINATION", "Shop,49=+4930123456");

    assertThatThrownBy(() -> FunctionSettings.read(wrong))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SETTINGS_INVALID))
        .hasMessage(
            """
            the function's environment variables are not right:
              CEAP_TABLE_PREFIX is missing; it must be a beginning such as ceap-dev-
              CEAP_INDEX_SHARDS must be a whole number from 1 to 1000, was '1001'
              CEAP_DATA_BUCKET must be the name of a bucket, was 'My Bucket'
              CEAP_SCHEDULE_ROLE_ARN is missing; it must be a role's ARN
              CEAP_LINK_URL: must be an address such as https://mail.example.com, was \
            'http://mail.example.com'
              CEAP_SENDER_NAME is missing; it must be the sender's name
              CEAP_POSTAL_ADDRESS is missing; it must be the sender's postal address
              CEAP_SENDER_EMAIL: the sender's address must be an address in ASCII such as \
            news@example.com, was 'not an address'
              CEAP_SMS_ORIGINATION: a sender of text messages is given by how numbers begin, such \
            as '+49', was '49'""");
  }

  @Test
  void sendersMayDifferByProgramAndByHowNumbersBegin() {
    Map<String, String> variables = needed();
    variables.put("CEAP_SENDER_NAME", "Example Shop");
    variables.put("CEAP_POSTAL_ADDRESS", "1 Example Street\nLondon");
    variables.put("CEAP_SENDER_EMAIL", "news@example.com, carts=carts@example.com");
    variables.put("CEAP_SES_CONFIGURATION_SET", "ceap-dev");
    variables.put("CEAP_SMS_ORIGINATION", "+49=+4930123456,+1=pool-1");
    variables.put("CEAP_PUSH_APPLICATION_ID", "a1b2");

    MessageSettings messages = FunctionSettings.read(variables).messages().orElseThrow();

    Optional<String> name = Optional.of("Example Shop");
    assertThat(messages.brand())
        .isEqualTo(new Brand("Example Shop", "1 Example Street\nLondon", Optional.empty()));
    assertThat(messages.senders().email())
        .hasValueSatisfying(
            email -> {
              assertThat(email.standard())
                  .contains(new EmailIdentity("news@example.com", name, Optional.empty()));
              assertThat(email.programs())
                  .containsOnly(
                      Map.entry(
                          "carts", new EmailIdentity("carts@example.com", name, Optional.empty())));
              assertThat(email.configurationSet()).contains("ceap-dev");
            });
    assertThat(messages.senders().sms())
        .hasValueSatisfying(
            sms -> {
              assertThat(sms.standard()).isEmpty();
              assertThat(sms.originations())
                  .containsOnly(Map.entry("+49", "+4930123456"), Map.entry("+1", "pool-1"));
            });
    assertThat(messages.senders().push()).isPresent();
  }

  @Test
  void schedulesGoToTheQueuesOfTheRolesAccount() {
    ScheduleSettings schedules =
        new ScheduleSettings("ceap-dev", "arn:aws-cn:iam::123456789012:role/scheduler");

    assertThat(schedules.target("cn-north-1", "ceap-dev-", List.of("email")))
        .isEqualTo(
            new ScheduleTarget(
                "ceap-dev",
                Map.of("email", "arn:aws-cn:sqs:cn-north-1:123456789012:ceap-dev-touches-email"),
                "arn:aws-cn:iam::123456789012:role/scheduler",
                "arn:aws-cn:sqs:cn-north-1:123456789012:ceap-dev-lost-touches-dlq"));
  }

  @Test
  void whatOnlySomeFunctionsNeedIsNamedWhereItIsMissing() {
    FunctionPlace place = FunctionPlace.of(FunctionSettings.read(needed()));

    assertThatThrownBy(place::scheduler)
        .hasMessage(
            "the function's environment variables are not right:\n"
                + "  this function needs [CEAP_SCHEDULE_GROUP, CEAP_SCHEDULE_ROLE_ARN]");
    assertThatThrownBy(() -> place.composing().get()).hasMessageContaining("CEAP_SENDER_NAME");
  }

  @Test
  void everyVariableThatFunctionsAreGivenIsTaken() {
    Map<String, String> all = needed();
    all.put("CEAP_EVENT_BUS", "ecommerce-platform");
    all.put("CEAP_QUEUE_PREFIX", "ceap-dev-");
    all.put("CEAP_SCHEDULE_GROUP", "ceap-dev");
    all.put("CEAP_SCHEDULE_ROLE_ARN", "arn:aws:iam::123456789012:role/scheduler");
    all.put("CEAP_ATHENA_WORKGROUP", "ceap-dev");
    all.put("CEAP_LINK_URL", "https://mail.example.com");
    all.put("CEAP_SENDER_EMAIL", "news@example.com");
    all.put("CEAP_SENDER_NAME", "Example Shop");
    all.put("CEAP_POSTAL_ADDRESS", "1 Example Street");
    all.put("CEAP_SMS_ORIGINATION", "+4930123456");
    all.put("CEAP_SES_CONFIGURATION_SET", "ceap-dev");
    all.put("CEAP_PUSH_APPLICATION_ID", "a1b2");
    all.put("CEAP_SECRETS_PARAMETER", "/ceap/dev/secrets");
    all.put("AWS_ENDPOINT_URL", "http://localhost:5000");

    FunctionSettings settings = FunctionSettings.read(all);

    assertThat(all.keySet())
        .containsAll(List.of(Setting.values()).stream().map(Setting::name).toList());
    assertThat(settings.eventBus()).contains("ecommerce-platform");
    assertThat(settings.linkUrl()).contains(URI.create("https://mail.example.com"));
    assertThat(settings.secretsParameter()).contains("/ceap/dev/secrets");
    assertThat(settings.pathStyle()).isTrue();
  }

  private static Map<String, String> needed() {
    return new HashMap<>(
        Map.of(
            "AWS_REGION", "eu-west-1",
            "CEAP_ENVIRONMENT", "dev",
            "CEAP_TABLE_PREFIX", "ceap-dev-",
            "CEAP_INDEX_SHARDS", "4",
            "CEAP_DATA_BUCKET", "ceap-dev-data"));
  }
}
