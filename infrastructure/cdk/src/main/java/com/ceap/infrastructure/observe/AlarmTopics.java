package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.environment.Environment;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * A topic for each owner, who confirms by e-mail once. CloudWatch cannot use AWS's own key for
 * topics, so they share one of their own.
 */
public final class AlarmTopics extends Construct {
  public AlarmTopics(Construct scope, Environment environment) {
    super(scope, "topics");
    Names names = new Names(environment);
    Key key = key();
    environment.alarmEmails().forEach((owner, email) -> topic(names, key, owner, email));
  }

  private Key key() {
    Key key =
        Key.Builder.create(this, "key")
            .description("Topics of alarms")
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("Alarms")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
            .resources(List.of("*"))
            .conditions(account())
            .build());
    return key;
  }

  private void topic(Names names, Key key, String owner, String email) {
    Topic topic =
        Topic.Builder.create(this, owner)
            .topicName(names.alarmTopic(owner))
            .masterKey(key)
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("Alarms")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(account())
            .build());
    Subscription.Builder.create(this, owner + "-email")
        .topic(topic)
        .protocol(SubscriptionProtocol.EMAIL)
        .endpoint(email)
        .build();
  }

  private static Map<String, Object> account() {
    return Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID));
  }
}
