package com.ceap.local.functions;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Grant;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.TableAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the roles of functions may do: the actions of their policies, as the templates have them,
 * and the resources of their grants.
 */
final class GrantedCalls {
  private static final Path ACTIONS =
      ProjectRoot.find()
          .resolve("infrastructure/cdk/src/test/resources/com/ceap/infrastructure/actions.txt");
  private static final Set<String> READS =
      Set.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");
  private static final Set<String> WRITES =
      Set.of(
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem");
  private static final Set<String> SAMPLES = Set.of("dynamodb:DescribeTable", "dynamodb:Scan");

  private GrantedCalls() {}

  /**
   * The actions of a function's policy; a test of the templates holds the list to them. They are of
   * an environment without a number and an application, which have theirs besides.
   */
  static Set<String> actions(FunctionSpec function) throws IOException {
    List<String> lines = Files.readAllLines(ACTIONS);
    Set<String> actions = new TreeSet<>();
    int from = lines.indexOf(function.name().text()) + 1;
    for (int i = from; i < lines.size() && lines.get(i).startsWith(" "); i++) {
      actions.add(lines.get(i).strip());
    }
    if (function.grants().contains(new Grant.SendMessages())) {
      actions.addAll(List.of("sms-voice:SendTextMessage", "mobiletargeting:SendMessages"));
    }
    return actions;
  }

  /** Whether one of a function's grants is about what a call is about. */
  static boolean covers(FunctionSpec function, AwsCall call) {
    return function.grants().stream().anyMatch(grant -> covers(grant, call));
  }

  private static boolean covers(Grant grant, AwsCall call) {
    String action = call.action();
    return switch (grant) {
      case Grant.OnTables(TableAccess access, var tables) ->
          switch (access) {
                case READ -> READS.contains(action);
                case WRITE -> WRITES.contains(action);
                case SAMPLE -> SAMPLES.contains(action);
                case STREAM -> false;
              }
              && tables.stream()
                  .anyMatch(
                      table ->
                          call.resource()
                              .replace("#store", "")
                              .equals(SampleEnvironment.PREFIX + table.name()));
      case Grant.StoreVersion _ ->
          Set.of("dynamodb:GetItem", "dynamodb:PutItem").contains(action)
              && call.resource().endsWith("#store");
      case Grant.ReadObjects(String prefix) ->
          Set.of("s3:GetObject", "s3:ListBucket").contains(action)
              && call.resource().startsWith(prefix);
      case Grant.WriteObjects(String prefix) ->
          Set.of("s3:DeleteObject", "s3:PutObject").contains(action)
              && call.resource().startsWith(prefix);
      case Grant.QueryWarehouse _ ->
          action.startsWith("athena:")
              || (action.startsWith("s3:") && call.resource().startsWith("runs/"));
      case Grant.InvokeModels _ -> action.startsWith("sagemaker:");
      case Grant.WorkOffQueues(QueueKind queues) -> isQueue(queues, call);
      case Grant.SendTo(QueueKind queues) ->
          Set.of("sqs:GetQueueUrl", "sqs:SendMessage").contains(action) && isQueue(queues, call);
      case Grant.ScheduleTouches _ -> action.startsWith("scheduler:");
      case Grant.SendMessages _ ->
          action.startsWith("ses:")
              || action.startsWith("sms-voice:")
              || action.startsWith("mobiletargeting:");
      case Grant.ReadSecrets _ -> action.startsWith("ssm:");
    };
  }

  private static boolean isQueue(QueueKind kind, AwsCall call) {
    String beginning =
        SampleEnvironment.PREFIX
            + switch (kind) {
              case EVENTS -> QueueNames.events("");
              case TOUCHES -> QueueNames.touches("");
              case LIFECYCLE -> QueueNames.LIFECYCLE;
            };
    return call.action().startsWith("sqs:") && call.resource().startsWith(beginning);
  }
}
