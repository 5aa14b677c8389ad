package com.ceap.lambdas.wiring.aws;

import static com.ceap.lambdas.topology.Setting.CEAP_ATHENA_WORKGROUP;
import static com.ceap.lambdas.topology.Setting.CEAP_DATA_BUCKET;
import static com.ceap.lambdas.topology.Setting.CEAP_ENVIRONMENT;
import static com.ceap.lambdas.topology.Setting.CEAP_EVENT_BUS;
import static com.ceap.lambdas.topology.Setting.CEAP_INDEX_SHARDS;
import static com.ceap.lambdas.topology.Setting.CEAP_LINK_URL;
import static com.ceap.lambdas.topology.Setting.CEAP_POSTAL_ADDRESS;
import static com.ceap.lambdas.topology.Setting.CEAP_QUEUE_PREFIX;
import static com.ceap.lambdas.topology.Setting.CEAP_SCHEDULE_GROUP;
import static com.ceap.lambdas.topology.Setting.CEAP_SCHEDULE_ROLE_ARN;
import static com.ceap.lambdas.topology.Setting.CEAP_SECRETS_PARAMETER;
import static com.ceap.lambdas.topology.Setting.CEAP_SENDER_EMAIL;
import static com.ceap.lambdas.topology.Setting.CEAP_SENDER_NAME;
import static com.ceap.lambdas.topology.Setting.CEAP_TABLE_PREFIX;

import com.ceap.lambdas.topology.Setting;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.settings.SettingsReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function knows of its environment. What only some functions need may be absent, and is
 * asked for by {@link #require}.
 *
 * @param region of the function
 * @param memoryMb of the function, where Lambda runs it
 * @param tablePrefix what the names of tables begin with
 * @param indexShards of a new store
 * @param queuePrefix what the names of queues begin with
 * @param linkUrl where the links of messages lead
 * @param secretsParameter the SecureString with {@link com.ceap.runtime.secrets.PlatformSecrets}
 * @param pathStyle whether buckets are named in paths, as other endpoints than AWS's want it
 */
public record FunctionSettings(
    String environment,
    String region,
    Optional<Integer> memoryMb,
    String tablePrefix,
    int indexShards,
    String dataBucket,
    Optional<String> eventBus,
    Optional<String> queuePrefix,
    Optional<ScheduleSettings> schedules,
    Optional<String> athenaWorkGroup,
    Optional<URI> linkUrl,
    Optional<String> secretsParameter,
    Optional<MessageSettings> messages,
    boolean pathStyle) {
  private static final String REGION = "AWS_REGION";
  private static final String MEMORY = "AWS_LAMBDA_FUNCTION_MEMORY_SIZE";
  private static final List<String> ENDPOINTS = List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3");
  private static final String NAME = "[A-Za-z0-9_.-]{1,255}";

  /**
   * Reads environment variables.
   *
   * @throws CeapException SETTINGS_INVALID with all that is missing or wrong
   */
  public static FunctionSettings read(Map<String, String> variables) {
    SettingsReader settings = new SettingsReader(variables);
    FunctionSettings read =
        new FunctionSettings(
            text(settings, CEAP_ENVIRONMENT, "[a-z][a-z0-9-]{0,31}", "a name such as dev"),
            settings.text(REGION, "[a-z]{2}(-[a-z]+)+-\\d", "a region such as eu-west-1"),
            settings.parsed(MEMORY, Integer::valueOf),
            text(settings, CEAP_TABLE_PREFIX, NAME, "a beginning such as ceap-dev-"),
            settings.count(CEAP_INDEX_SHARDS.name(), 1, 1000),
            text(settings, CEAP_DATA_BUCKET, "[a-z0-9.-]{3,63}", "the name of a bucket"),
            optional(settings, CEAP_EVENT_BUS, "[A-Za-z0-9/_.-]{1,256}", "the name of a bus"),
            optional(settings, CEAP_QUEUE_PREFIX, NAME, "a beginning such as ceap-dev-"),
            schedules(settings),
            optional(settings, CEAP_ATHENA_WORKGROUP, NAME, "the name of a work group"),
            settings.parsed(CEAP_LINK_URL.name(), FunctionSettings::https),
            optional(settings, CEAP_SECRETS_PARAMETER, "[A-Za-z0-9_./-]{1,1011}", "a parameter"),
            messages(settings),
            settings.any(ENDPOINTS));
    settings.finish();
    return read;
  }

  private static String text(
      SettingsReader settings, Setting setting, String pattern, String right) {
    return settings.text(setting.name(), pattern, right);
  }

  private static Optional<String> optional(
      SettingsReader settings, Setting setting, String pattern, String right) {
    return settings.optional(setting.name(), pattern, right);
  }

  private static Optional<ScheduleSettings> schedules(SettingsReader settings) {
    if (!settings.any(List.of(CEAP_SCHEDULE_GROUP.name(), CEAP_SCHEDULE_ROLE_ARN.name()))) {
      return Optional.empty();
    }
    return Optional.of(
        new ScheduleSettings(
            text(settings, CEAP_SCHEDULE_GROUP, "[A-Za-z0-9_.-]{1,64}", "a schedule group"),
            text(settings, CEAP_SCHEDULE_ROLE_ARN, ScheduleSettings.ROLE_ARN, "a role's ARN")));
  }

  /** Whoever names a sender must say who it is. */
  private static Optional<MessageSettings> messages(SettingsReader settings) {
    boolean any =
        settings.any(
            List.of(CEAP_SENDER_EMAIL.name(), CEAP_SENDER_NAME.name(), CEAP_POSTAL_ADDRESS.name()));
    return any ? Optional.of(new SenderReader(settings).read()) : Optional.empty();
  }

  private static URI https(String text) {
    URI url = URI.create(text);
    if (!"https".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "must be an address such as https://mail.example.com, was '" + text + "'");
    }
    return url;
  }

  /**
   * What a function cannot work without.
   *
   * @throws CeapException SETTINGS_INVALID naming what is to be set
   */
  public static <T> T require(Optional<T> setting, Setting... named) {
    return setting.orElseThrow(
        () ->
            new CeapException(
                ErrorCode.SETTINGS_INVALID,
                "the function's environment variables are not right:\n  this function needs %s"
                    .formatted(List.of(named))));
  }
}
