package com.ceap.lambdas.wiring.aws;

import com.ceap.lambdas.journey.aws.ScheduleTarget;
import com.ceap.lambdas.topology.QueueNames;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.arns.Arn;

/**
 * How touches are scheduled.
 *
 * @param roleArn by which EventBridge Scheduler sends to the queues; in their account
 */
public record ScheduleSettings(String group, String roleArn) {
  static final String ROLE_ARN = "arn:aws[a-z-]*:iam::\\d{12}:role/.+";

  /** What schedules are created with, for queues of this region and the role's account. */
  ScheduleTarget target(String region, String queuePrefix, Collection<String> channelTypes) {
    Map<String, String> queues =
        channelTypes.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    type -> queue(region, queuePrefix + QueueNames.touches(type))));
    return new ScheduleTarget(
        group, queues, roleArn, queue(region, queuePrefix + QueueNames.LOST_TOUCHES));
  }

  private String queue(String region, String name) {
    Arn role = Arn.fromString(roleArn);
    return Arn.builder()
        .partition(role.partition())
        .service("sqs")
        .region(region)
        .accountId(role.accountId().orElseThrow())
        .resource(name)
        .build()
        .toString();
  }
}
