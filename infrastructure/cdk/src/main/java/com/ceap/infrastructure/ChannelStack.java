package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.DeadLetterQueue;
import com.ceap.infrastructure.construct.FunctionSchedules;
import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.construct.PlatformFunction;
import com.ceap.infrastructure.construct.Publication;
import com.ceap.infrastructure.construct.QueueFeed;
import com.ceap.infrastructure.construct.SchedulerRole;
import com.ceap.infrastructure.construct.WorkQueue;
import com.ceap.infrastructure.program.TemplateSet;
import com.ceap.lambdas.templates.TemplateKeys;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.StackName;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.amazon.awscdk.services.ses.CfnConfigurationSet;
import software.amazon.awscdk.services.ses.CfnConfigurationSetEventDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What sends: a queue of due touches for each type of channel, and the functions behind them. */
public final class ChannelStack extends Stack {
  /** What providers report of messages; they come back as events on the default bus. */
  private static final List<String> FEEDBACK =
      List.of(
          "BOUNCE",
          "CLICK",
          "COMPLAINT",
          "DELIVERY",
          "DELIVERY_DELAY",
          "OPEN",
          "REJECT",
          "RENDERING_FAILURE",
          "SEND");

  ChannelStack(Construct scope, Platform platform) {
    super(
        scope,
        StackName.CHANNEL_WORKFLOW.title(),
        StackSettings.of(
            platform.environment(),
            StackName.CHANNEL_WORKFLOW.title(),
            "CEAP: queues of due touches, and functions that send"));
    Map<FunctionName, PlatformFunction> functions =
        platform.addFunctions(this, StackName.CHANNEL_WORKFLOW);
    List<Queue> queues =
        platform.channelTypes().stream()
            .map(type -> touches(platform, functions.get(FunctionName.CHANNEL), type))
            .toList();
    touchSchedules(platform.names(), queues);
    feedback(platform.names());
    templates(platform);
    new FunctionSchedules(
        this,
        platform.names(),
        functions.get(FunctionName.SWEEP),
        platform.topology().edgesTo(FunctionName.SWEEP).getFirst(),
        platform.topology());
  }

  private Queue touches(Platform platform, PlatformFunction channel, String type) {
    String name = QueueNames.touches(type);
    WorkQueue queue =
        new WorkQueue(
            this, name, platform.names(), name, platform.topology().queue(QueueKind.TOUCHES));
    new QueueFeed(
            queue,
            queue,
            channel.live().getFunctionArn(),
            platform.edge(QueueKind.TOUCHES),
            platform.environment().concurrency().channel())
        .after(channel);
    return queue.queue();
  }

  private void touchSchedules(Names names, List<Queue> queues) {
    CfnScheduleGroup.Builder.create(this, "touch-group").name(names.touchGroup()).build();
    DeadLetterQueue lost =
        new DeadLetterQueue(this, "lost-touches", names, QueueNames.LOST_TOUCHES);
    SchedulerRole role = new SchedulerRole(this, "touch-role", names.touchRole());
    queues.forEach(role::maySendTo);
    role.maySendTo(lost.queue());
  }

  private void templates(Platform platform) {
    TemplateSet templates = platform.templates();
    String folder = TemplateKeys.set(templates.version());
    new Publication(
        this,
        "templates",
        platform.environment(),
        templates.files().entrySet().stream()
            .map(file -> new Publication.Text(folder + file.getKey(), file.getValue()))
            .toList(),
        new Publication.Text(TemplateKeys.POINTER, templates.version() + "\n"));
  }

  private void feedback(Names names) {
    CfnConfigurationSet set =
        CfnConfigurationSet.Builder.create(this, "configuration-set")
            .name(names.configurationSet())
            .deliveryOptions(
                CfnConfigurationSet.DeliveryOptionsProperty.builder().tlsPolicy("REQUIRE").build())
            .reputationOptions(
                CfnConfigurationSet.ReputationOptionsProperty.builder()
                    .reputationMetricsEnabled(true)
                    .build())
            .build();
    CfnConfigurationSetEventDestination.Builder.create(this, "feedback")
        .configurationSetName(set.getRef())
        .eventDestination(
            CfnConfigurationSetEventDestination.EventDestinationProperty.builder()
                .enabled(true)
                .matchingEventTypes(FEEDBACK)
                .eventBridgeDestination(
                    CfnConfigurationSetEventDestination.EventBridgeDestinationProperty.builder()
                        .eventBusArn(names.arn("events", "event-bus/default"))
                        .build())
                .build())
        .build();
  }
}
