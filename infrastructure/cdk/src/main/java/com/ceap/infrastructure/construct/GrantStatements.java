package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.Grant;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.TableAccess;
import com.ceap.storage.CeapTables;
import com.ceap.storage.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What a function may do, as statements of IAM on the resources of one environment. */
final class GrantStatements {
  private static final String ANY = "*";

  private final Environment environment;
  private final Names names;
  private final Set<String> channelTypes;

  /**
   * @param channelTypes the types of channel that have queues
   */
  GrantStatements(Environment environment, Set<String> channelTypes) {
    this.environment = environment;
    this.names = new Names(environment);
    this.channelTypes = new TreeSet<>(channelTypes);
  }

  List<PolicyStatement> of(Grant grant) {
    return switch (grant) {
      case Grant.OnTables(TableAccess access, List<TableDefinition> tables) ->
          List.of(tables(access, tables));
      case Grant.StoreVersion _ -> List.of(storeVersion());
      case Grant.ReadObjects(String prefix) -> readObjects(prefix);
      case Grant.WriteObjects(String prefix) -> List.of(writeObjects(prefix));
      case Grant.QueryWarehouse _ -> warehouse();
      case Grant.InvokeModels _ ->
          List.of(allow(Set.of("sagemaker:InvokeEndpoint"), names.arn("sagemaker", "endpoint/*")));
      case Grant.WorkOffQueues(QueueKind queues) -> List.of(workOff(queues));
      case Grant.SendTo(QueueKind queues) ->
          List.of(allow(Set.of("sqs:GetQueueUrl", "sqs:SendMessage"), queueArns(queues)));
      case Grant.ScheduleTouches _ -> scheduleTouches();
      case Grant.SendMessages _ -> sendMessages();
      case Grant.ReadSecrets _ ->
          List.of(
              allow(
                  Set.of("ssm:GetParameter"),
                  names.arn("ssm", "parameter" + names.secretsParameter())));
    };
  }

  private PolicyStatement tables(TableAccess access, List<TableDefinition> tables) {
    return switch (access) {
      case READ ->
          allow(
              Set.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"),
              tables.stream().flatMap(this::withIndexes).toArray(String[]::new));
      case WRITE ->
          allow(
              Set.of(
                  "dynamodb:BatchWriteItem",
                  "dynamodb:ConditionCheckItem",
                  "dynamodb:DeleteItem",
                  "dynamodb:PutItem",
                  "dynamodb:UpdateItem"),
              tables.stream().map(names::tableArn).toArray(String[]::new));
      case SAMPLE ->
          allow(
              Set.of("dynamodb:DescribeTable", "dynamodb:Scan"),
              tables.stream().map(names::tableArn).toArray(String[]::new));
      case STREAM ->
          allow(
              Set.of(
                  "dynamodb:DescribeStream",
                  "dynamodb:GetRecords",
                  "dynamodb:GetShardIterator",
                  "dynamodb:ListStreams"),
              tables.stream()
                  .map(table -> names.tableArn(table) + "/stream/*")
                  .toArray(String[]::new));
    };
  }

  private Stream<String> withIndexes(TableDefinition table) {
    String arn = names.tableArn(table);
    return Stream.concat(
        Stream.of(arn), table.indexes().stream().map(index -> arn + "/index/" + index.name()));
  }

  private PolicyStatement storeVersion() {
    PolicyStatement statement =
        allow(Set.of("dynamodb:GetItem", "dynamodb:PutItem"), names.tableArn(CeapTables.RUNS));
    statement.addCondition(
        "ForAllValues:StringEquals", Map.of("dynamodb:LeadingKeys", List.of("#store")));
    return statement;
  }

  private List<PolicyStatement> readObjects(String prefix) {
    PolicyStatement list = allow(Set.of("s3:ListBucket"), names.dataBucketArn());
    list.addCondition("StringLike", Map.of("s3:prefix", List.of(prefix + ANY)));
    return List.of(allow(Set.of("s3:GetObject"), names.objectsArn(prefix)), list);
  }

  private PolicyStatement writeObjects(String prefix) {
    return allow(
        Set.of("s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"),
        names.objectsArn(prefix));
  }

  private List<PolicyStatement> warehouse() {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(
        allow(
            Set.of(
                "athena:GetQueryExecution",
                "athena:GetQueryResults",
                "athena:StartQueryExecution",
                "athena:StopQueryExecution"),
            names.arn("athena", "workgroup/" + names.workgroup())));
    statements.add(
        allow(
            Set.of("glue:GetDatabase", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"),
            catalogue()));
    statements.add(
        allow(Set.of("s3:GetBucketLocation", "s3:ListBucket"), buckets(names.dataBucketArn())));
    statements.add(
        allow(
            Set.of("s3:GetObject", "s3:PutObject"),
            names.objectsArn("athena/"),
            names.objectsArn("runs/")));
    if (!environment.warehouse().buckets().isEmpty()) {
      statements.add(allow(Set.of("s3:GetObject"), warehouseObjects()));
    }
    return statements;
  }

  private String[] catalogue() {
    return Stream.concat(
            Stream.of(names.arn("glue", "catalog")),
            environment.warehouse().databases().stream()
                .flatMap(
                    database ->
                        Stream.of(
                            names.arn("glue", "database/" + database),
                            names.arn("glue", "table/" + database + "/*"))))
        .toArray(String[]::new);
  }

  private String[] buckets(String own) {
    return Stream.concat(
            Stream.of(own),
            environment.warehouse().buckets().stream()
                .map(bucket -> names.arnOf("s3", "", "", bucket)))
        .toArray(String[]::new);
  }

  private String[] warehouseObjects() {
    return environment.warehouse().buckets().stream()
        .map(bucket -> names.arnOf("s3", "", "", bucket + "/*"))
        .toArray(String[]::new);
  }

  private PolicyStatement workOff(QueueKind queues) {
    return allow(
        Set.of(
            "sqs:ChangeMessageVisibility",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ReceiveMessage",
            "sqs:SendMessage"),
        queueArns(queues));
  }

  /** Queues of a kind and their dead letters; those of programs come and go with their stacks. */
  private String[] queueArns(QueueKind queues) {
    return switch (queues) {
      case EVENTS -> new String[] {names.queueArn(QueueNames.events(ANY))};
      case TOUCHES ->
          channelTypes.stream()
              .map(QueueNames::touches)
              .flatMap(queue -> Stream.of(names.queueArn(queue), names.deadLettersArn(queue)))
              .toArray(String[]::new);
      case LIFECYCLE ->
          new String[] {
            names.queueArn(QueueNames.LIFECYCLE), names.deadLettersArn(QueueNames.LIFECYCLE)
          };
    };
  }

  private List<PolicyStatement> scheduleTouches() {
    PolicyStatement pass = allow(Set.of("iam:PassRole"), names.touchRoleArn());
    pass.addCondition("StringEquals", Map.of("iam:PassedToService", "scheduler.amazonaws.com"));
    return List.of(
        allow(
            Set.of("scheduler:CreateSchedule"),
            names.arn("scheduler", "schedule/" + names.touchGroup() + "/*")),
        pass);
  }

  private List<PolicyStatement> sendMessages() {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(
        allow(
            Set.of("ses:SendBulkEmail", "ses:SendEmail"),
            names.arn("ses", "identity/*"),
            names.arn("ses", "configuration-set/" + names.configurationSet())));
    environment
        .sender()
        .smsOrigination()
        .ifPresent(
            _ ->
                statements.add(
                    allow(
                        Set.of("sms-voice:SendTextMessage"),
                        names.arn("sms-voice", "phone-number/*"),
                        names.arn("sms-voice", "pool/*"),
                        names.arn("sms-voice", "sender-id/*"))));
    environment
        .sender()
        .pushApplicationId()
        .ifPresent(
            application ->
                statements.add(
                    allow(
                        Set.of("mobiletargeting:SendMessages"),
                        names.arn("mobiletargeting", "apps/" + application + "/messages"))));
    return statements;
  }

  private static PolicyStatement allow(Set<String> actions, String... resources) {
    return PolicyStatement.Builder.create()
        .actions(List.copyOf(new TreeSet<>(actions)))
        .resources(List.of(resources))
        .build();
  }
}
