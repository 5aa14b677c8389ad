package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.environment.Environment;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** Alarms that one owner is told of. */
final class AlarmBoard extends Construct {
  private final Names names;
  private final String about;
  private final ITopic topic;

  /**
   * @param about what the alarms are of: a program, or the platform
   * @param owner who is told
   */
  AlarmBoard(Construct scope, Environment environment, String about, String owner) {
    super(scope, "alarms");
    this.names = new Names(environment);
    this.about = about;
    this.topic = Topic.fromTopicArn(this, "topic", names.alarmTopicArn(owner));
  }

  /**
   * Tells when a value is above a threshold for a number of periods on end; where nothing is
   * measured nothing is wrong.
   *
   * @param detail tells alarms of one kind apart; blank where there is one
   */
  void above(AlarmKind kind, String detail, IMetric value, double threshold, int periods) {
    Alarm.Builder alarm =
        alarm(kind, detail, value, periods)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING);
    tell(alarm.build());
  }

  /** Tells when nothing was counted for a number of periods on end. */
  void absent(AlarmKind kind, IMetric count, int periods) {
    Alarm.Builder alarm =
        alarm(kind, "", count, periods)
            .threshold(1)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.BREACHING);
    tell(alarm.build());
  }

  private Alarm.Builder alarm(AlarmKind kind, String detail, IMetric value, int periods) {
    String id = detail.isBlank() ? kind.title() : kind.title() + "-" + detail;
    return Alarm.Builder.create(this, id)
        .alarmName(names.queue(about + "-" + id))
        .alarmDescription(kind.meaning() + " See docs/how-to/operate.md, \"" + kind.title() + "\".")
        .metric(value)
        .evaluationPeriods(periods)
        .datapointsToAlarm(periods);
  }

  private void tell(Alarm alarm) {
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
  }
}
