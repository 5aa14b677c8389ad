package com.ceap.infrastructure;

import com.ceap.infrastructure.observe.AlarmTopics;
import com.ceap.infrastructure.observe.PlatformAlarms;
import com.ceap.infrastructure.observe.PlatformDashboard;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** Who is told of alarms, and the alarms and the page of the platform. */
public final class ObservabilityStack extends Stack {
  static final String TITLE = "Observability";

  ObservabilityStack(Construct scope, Platform platform) {
    super(
        scope, TITLE, StackSettings.of(platform.environment(), TITLE, "CEAP: alarms, dashboards"));
    AlarmTopics topics = new AlarmTopics(this, platform.environment());
    PlatformAlarms alarms =
        new PlatformAlarms(
            this,
            platform.environment(),
            platform.topology(),
            platform.channelTypes(),
            StringParameter.valueForStringParameter(this, platform.names().apiIdParameter()));
    alarms.getNode().addDependency(topics);
    new PlatformDashboard(
        this, platform.environment(), platform.topology(), platform.channelTypes());
  }
}
