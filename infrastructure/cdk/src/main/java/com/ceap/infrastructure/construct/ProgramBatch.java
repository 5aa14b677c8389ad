package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.Topology;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A program's batch. */
public final class ProgramBatch extends Construct {
  public ProgramBatch(
      Construct scope, Environment environment, String programId, Topology topology) {
    super(scope, "batch");
    Names names = new Names(environment);
    String name = names.machine(Machine.BATCH, programId);
    ProgramMachine machine =
        new ProgramMachine(
            this,
            environment,
            Machine.BATCH,
            name,
            topology,
            Map.of("DataBucket", names.dataBucket()));
    mapOver(machine, names, name);
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html */
  private static void mapOver(ProgramMachine machine, Names names, String name) {
    machine.allow(
        List.of("states:StartExecution"), List.of(names.arn("states", "stateMachine:" + name)));
    machine.allow(
        List.of("states:DescribeExecution", "states:StopExecution"),
        List.of(names.arn("states", "execution:" + name + "/*")));
    machine.allow(
        List.of("states:RedriveExecution"),
        List.of(names.arn("states", "execution:" + name + "/*:*")));
    machine.allow(
        List.of(
            "s3:AbortMultipartUpload",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "s3:PutObject"),
        List.of(names.objectsArn("runs/")));
  }
}
