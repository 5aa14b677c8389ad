package com.ceap.lambdas.topology;

import java.util.EnumSet;
import java.util.Set;

/** An environment variable of functions. */
public enum Setting {
  CEAP_ENVIRONMENT,
  CEAP_TABLE_PREFIX,
  CEAP_INDEX_SHARDS,
  CEAP_DATA_BUCKET,
  CEAP_EVENT_BUS,
  CEAP_QUEUE_PREFIX,
  CEAP_SCHEDULE_GROUP,
  CEAP_SCHEDULE_ROLE_ARN,
  CEAP_ATHENA_WORKGROUP,
  CEAP_LINK_URL,
  CEAP_SENDER_EMAIL,
  CEAP_SENDER_NAME,
  CEAP_POSTAL_ADDRESS,
  CEAP_SMS_ORIGINATION,
  CEAP_SES_CONFIGURATION_SET,
  CEAP_PUSH_APPLICATION_ID,
  CEAP_SECRETS_PARAMETER;

  private static final Set<Setting> SENDING =
      EnumSet.of(
          CEAP_LINK_URL,
          CEAP_SENDER_EMAIL,
          CEAP_SENDER_NAME,
          CEAP_POSTAL_ADDRESS,
          CEAP_SMS_ORIGINATION,
          CEAP_SES_CONFIGURATION_SET,
          CEAP_PUSH_APPLICATION_ID);

  /** What every function knows: where its data, queues and programs lie. */
  public static Set<Setting> ofPlace() {
    Set<Setting> place = EnumSet.allOf(Setting.class);
    place.removeAll(SENDING);
    return place;
  }

  /** What a function knows that hands messages over. */
  public static Set<Setting> ofSenders() {
    return EnumSet.allOf(Setting.class);
  }
}
