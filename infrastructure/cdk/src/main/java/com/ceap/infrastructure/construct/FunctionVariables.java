package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.Environment.Sender;
import com.ceap.lambdas.topology.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** What the environment variables of functions hold in one environment. */
final class FunctionVariables {
  private final Environment environment;
  private final Names names;
  private final Construct scope;

  FunctionVariables(Construct scope, Environment environment) {
    this.scope = scope;
    this.environment = environment;
    this.names = new Names(environment);
  }

  Map<String, String> of(Set<Setting> settings) {
    Map<String, String> variables = new TreeMap<>();
    for (Setting setting : settings) {
      value(setting).ifPresent(value -> variables.put(setting.name(), value));
    }
    return variables;
  }

  private Optional<String> value(Setting setting) {
    Sender sender = environment.sender();
    return switch (setting) {
      case CEAP_ENVIRONMENT -> Optional.of(environment.name());
      case CEAP_TABLE_PREFIX, CEAP_QUEUE_PREFIX -> Optional.of(environment.prefix());
      case CEAP_INDEX_SHARDS -> Optional.of(Integer.toString(environment.indexShards()));
      case CEAP_DATA_BUCKET -> Optional.of(names.dataBucket());
      case CEAP_EVENT_BUS -> environment.eventBuses().values().stream().findFirst();
      case CEAP_SCHEDULE_GROUP -> Optional.of(names.touchGroup());
      case CEAP_SCHEDULE_ROLE_ARN -> Optional.of(names.touchRoleArn());
      case CEAP_ATHENA_WORKGROUP -> Optional.of(names.workgroup());
      case CEAP_LINK_URL -> Optional.of(sender.linkUrl().orElseGet(this::apiUrl));
      case CEAP_SENDER_EMAIL -> Optional.of(sender.email());
      case CEAP_SENDER_NAME -> Optional.of(sender.name());
      case CEAP_POSTAL_ADDRESS -> Optional.of(sender.postalAddress());
      case CEAP_SMS_ORIGINATION -> sender.smsOrigination();
      case CEAP_SES_CONFIGURATION_SET -> Optional.of(names.configurationSet());
      case CEAP_PUSH_APPLICATION_ID -> sender.pushApplicationId();
      case CEAP_SECRETS_PARAMETER -> Optional.of(names.secretsParameter());
    };
  }

  /** As ServeWorkflow has left it. */
  private String apiUrl() {
    return StringParameter.valueForStringParameter(scope, names.apiUrlParameter());
  }
}
