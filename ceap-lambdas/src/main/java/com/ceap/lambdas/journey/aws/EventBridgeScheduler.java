package com.ceap.lambdas.journey.aws;

import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.model.DueTouch;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.DeliveryScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.SchedulerClientBuilder;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * Schedules touches as one-time schedules of EventBridge Scheduler, to the minute, each deleted
 * once it has fired. Its default quotas are 1,000 creations and 1,000 firings a second.
 * Thread-safe.
 */
public final class EventBridgeScheduler implements DeliveryScheduler {
  /** For a call with its retries; a name makes repeating safe. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** AWS keeps trying a queue for a day at most ("RetryPolicy" in the API reference). */
  private static final int MAX_AGE_SECONDS = 86_400;

  private static final int MAX_RETRIES = 185;

  private final SchedulerClient client;
  private final ScheduleTarget target;
  private final InstantSource clock;

  private EventBridgeScheduler(SchedulerClient client, ScheduleTarget target, InstantSource clock) {
    this.client = client;
    this.target = target;
    this.clock = clock;
  }

  /** A scheduler on a client of its own. */
  public static EventBridgeScheduler of(
      SchedulerClientBuilder builder, ScheduleTarget target, InstantSource clock) {
    SchedulerClient client =
        builder
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                override ->
                    override
                        .apiCallTimeout(TIMEOUT)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
            .build();
    return new EventBridgeScheduler(client, target, clock);
  }

  @Override
  public void schedule(DueTouch touch, String channelType, Instant at) {
    CreateScheduleRequest request = request(touch, queue(channelType), at);
    try {
      client.createSchedule(request);
    } catch (ConflictException alreadyScheduled) {
      return;
    } catch (AwsServiceException e) {
      throw refused(touch, e);
    } catch (SdkException e) {
      throw new CeapException(
          ErrorCode.SCHEDULER_UNAVAILABLE,
          "schedule %s: EventBridge Scheduler gave no answer (%s)"
              .formatted(touch.scheduleName(), e.getClass().getSimpleName()),
          e);
    }
  }

  private String queue(String channelType) {
    String queue = target.queues().get(channelType);
    if (queue == null) {
      throw new CeapException(
          ErrorCode.SCHEDULER_UNAVAILABLE,
          "no touch can be scheduled on channel type '%s': this environment has queues for %s"
              .formatted(channelType, target.queues().keySet().stream().sorted().toList()));
    }
    return queue;
  }

  private CreateScheduleRequest request(DueTouch touch, String queue, Instant at) {
    return CreateScheduleRequest.builder()
        .name(touch.scheduleName())
        .groupName(target.group())
        .scheduleExpression(AtExpression.of(at, clock.instant()))
        .scheduleExpressionTimezone("UTC")
        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
        .actionAfterCompletion(ActionAfterCompletion.DELETE)
        .target(target(touch, queue))
        .build();
  }

  private Target target(DueTouch touch, String queue) {
    return Target.builder()
        .arn(queue)
        .roleArn(target.role())
        .input(DueTouchJson.write(touch))
        .deadLetterConfig(deadLetters -> deadLetters.arn(target.deadLetters()))
        .retryPolicy(
            policy ->
                policy.maximumEventAgeInSeconds(MAX_AGE_SECONDS).maximumRetryAttempts(MAX_RETRIES))
        .build();
  }

  /** Without the cause: AWS quotes what it refuses, and the input names the customer. */
  private static CeapException refused(DueTouch touch, AwsServiceException e) {
    ErrorCode code =
        e.isThrottlingException() ? ErrorCode.STORE_THROTTLED : ErrorCode.SCHEDULER_UNAVAILABLE;
    String answer = e.awsErrorDetails() == null ? "no code" : e.awsErrorDetails().errorCode();
    return new CeapException(
        code,
        "schedule %s: EventBridge Scheduler answered with HTTP %d, %s"
            .formatted(touch.scheduleName(), e.statusCode(), answer));
  }
}
