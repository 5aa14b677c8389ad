package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.Artifact;
import software.amazon.awscdk.services.lambda.Code;

/** Where the code of functions comes from. */
@FunctionalInterface
public interface FunctionCode {
  /** The code of an artifact, made anew since CDK wants one for each stack. */
  Code of(Artifact artifact);
}
