package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.storage.table.TableDefinition;
import software.amazon.awscdk.Aws;

/**
 * What resources are called, and their ARNs. A stack names what lies in another one instead of
 * importing it, so that each deploys alone.
 */
public record Names(Environment environment) {
  /** The alias of each function that everything calls. */
  public static final String LIVE = "live";

  private String prefix() {
    return environment.prefix();
  }

  public String stack(String title) {
    return prefix() + title;
  }

  /** The bucket of runs, programs, campaigns, changes, reports and exports. */
  public String dataBucket() {
    return prefix() + "data-" + Aws.ACCOUNT_ID + "-" + Aws.REGION;
  }

  public String dataBucketArn() {
    return arnOf("s3", "", "", dataBucket());
  }

  /** Objects of the data bucket whose keys begin so. */
  public String objectsArn(String keyPrefix) {
    return dataBucketArn() + "/" + keyPrefix + "*";
  }

  public String tableArn(TableDefinition table) {
    return arn("dynamodb", "table/" + prefix() + table.name());
  }

  /** The parameter that holds the ARN of a table's stream, which has a time in it. */
  public String streamParameter(TableDefinition table) {
    return parameter("streams/" + table.name());
  }

  public String function(FunctionName function) {
    return prefix() + function.text();
  }

  public String functionArn(FunctionName function) {
    return arn("lambda", "function:" + function(function));
  }

  /** The version of a function that is in use. */
  public String liveArn(FunctionName function) {
    return functionArn(function) + ":" + LIVE;
  }

  public String queue(String queue) {
    return prefix() + queue;
  }

  public String queueArn(String queue) {
    return arn("sqs", queue(queue));
  }

  /** The dead letters of a queue. */
  public String deadLettersArn(String queue) {
    return queueArn(QueueNames.deadLetters(queue));
  }

  /** The group of the one-time schedules of touches. */
  public String touchGroup() {
    return prefix() + "touches";
  }

  /** The role by which EventBridge Scheduler puts due touches into queues. */
  public String touchRole() {
    return prefix() + "touch-scheduler";
  }

  public String touchRoleArn() {
    return arnOf("iam", "", Aws.ACCOUNT_ID, "role/" + touchRole());
  }

  /** The group of a program's recurring schedules. */
  public String programGroup(String programId) {
    return prefix() + programId;
  }

  /** A program's state machine of a kind. */
  public String machine(Machine machine, String programId) {
    return prefix() + machine.text() + "-" + programId;
  }

  public String machineArn(Machine machine, String programId) {
    return arn("states", "stateMachine:" + machine(machine, programId));
  }

  /** The one that trains models. */
  public String retrainMachine() {
    return prefix() + Machine.RETRAIN.text();
  }

  public String retrainMachineArn() {
    return arn("states", "stateMachine:" + retrainMachine());
  }

  public String workgroup() {
    return prefix() + "batch";
  }

  /** Where analysts ask. */
  public String analystWorkgroup() {
    return prefix() + "analysts";
  }

  /** The exported tables in the Glue catalogue; Athena takes no hyphens unquoted. */
  public String exportDatabase() {
    return (prefix() + "exports").replace('-', '_');
  }

  public String configurationSet() {
    return prefix() + "messages";
  }

  /** Where an owner's alarms go. */
  public String alarmTopic(String owner) {
    return prefix() + "alarms-" + owner;
  }

  public String alarmTopicArn(String owner) {
    return arn("sns", alarmTopic(owner));
  }

  /** Where the keys of links and cursors are kept, encrypted. */
  public String secretsParameter() {
    return parameter("keys");
  }

  /** Where the serving API's address is kept. */
  public String apiUrlParameter() {
    return parameter("api-url");
  }

  /** Where the serving API's id is kept, by which CloudWatch knows it. */
  public String apiIdParameter() {
    return parameter("api-id");
  }

  private String parameter(String name) {
    return "/ceap/" + environment.name() + "/" + name;
  }

  /** A resource of this account and region. */
  public String arn(String service, String resource) {
    return arnOf(service, Aws.REGION, Aws.ACCOUNT_ID, resource);
  }

  public String arnOf(String service, String region, String account, String resource) {
    return String.join(":", "arn", Aws.PARTITION, service, region, account, resource);
  }
}
