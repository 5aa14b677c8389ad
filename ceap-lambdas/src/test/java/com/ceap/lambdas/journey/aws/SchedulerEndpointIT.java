package com.ceap.lambdas.journey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/** Touches as one-time schedules of an endpoint's EventBridge Scheduler. */
@OnAwsEndpoint
final class SchedulerEndpointIT {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:touches-email";
  private static final String DEAD = "arn:aws:sqs:us-east-1:123456789012:touches-email-dlq";
  private static final String ROLE = "arn:aws:iam::123456789012:role/ceap-dev-scheduler";

  /** Schedulers refuse moments that have passed. */
  private static final Instant NOW = Instant.parse("2099-01-01T10:00:00Z");

  private static final Instant DUE = NOW.plus(Duration.ofHours(1));

  private final String group = "ceap-" + UUID.randomUUID();
  private SchedulerClient client;
  private EventBridgeScheduler scheduler;

  @BeforeEach
  void connect(AwsEndpoint endpoint) {
    client =
        endpoint
            .called(SchedulerClient.builder())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    client.createScheduleGroup(request -> request.name(group));
    scheduler =
        EventBridgeScheduler.of(
            endpoint.called(SchedulerClient.builder()),
            new ScheduleTarget(group, Map.of("email", QUEUE), ROLE, DEAD),
            () -> NOW);
  }

  @AfterEach
  void disconnect() {
    client.deleteScheduleGroup(request -> request.name(group));
    client.close();
  }

  @Test
  void aTouchIsAScheduleThatFiresOnceAndGoes() {
    DueTouch touch = touch(1);

    scheduler.schedule(touch, "email", DUE);

    GetScheduleResponse schedule =
        client.getSchedule(request -> request.groupName(group).name(touch.scheduleName()));
    assertThat(schedule.scheduleExpression())
        .isEqualTo("at(" + DUE.toString().replace("Z", "") + ")");
    assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("UTC");
    assertThat(schedule.flexibleTimeWindow().mode()).isEqualTo(FlexibleTimeWindowMode.OFF);
    assertThat(schedule.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.DELETE);
    assertThat(schedule.target().arn()).isEqualTo(QUEUE);
    assertThat(schedule.target().deadLetterConfig().arn()).isEqualTo(DEAD);
    assertThat(DueTouchJson.read(schedule.target().input())).isEqualTo(touch);
  }

  @Test
  void aTouchThatIsScheduledTwiceIsOneSchedule() {
    scheduler.schedule(touch(1), "email", DUE);
    scheduler.schedule(touch(1), "email", DUE.plusSeconds(60));
    scheduler.schedule(touch(2), "email", DUE);

    assertThat(client.listSchedules(request -> request.groupName(group)).schedules())
        .extracting(ScheduleSummary::name)
        .containsExactlyInAnyOrder(touch(1).scheduleName(), touch(2).scheduleName());
    assertThat(
            client
                .getSchedule(r -> r.groupName(group).name(touch(1).scheduleName()))
                .scheduleExpression())
        .isEqualTo("at(" + DUE.toString().replace("Z", "") + ")");
  }

  private static DueTouch touch(int number) {
    return new DueTouch(
        new CandidateKey("C456", "abandoned-cart-recovery", "US", new Subject("cart", "CART-789")),
        number,
        NOW,
        "v7",
        0);
  }
}
