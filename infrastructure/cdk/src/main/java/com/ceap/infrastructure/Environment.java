package com.ceap.infrastructure;

import java.util.Optional;

/**
 * One place the platform is deployed to, as {@code environments/{name}.yaml} says.
 *
 * @param account the twelve digits of the AWS account; where absent, the one the CLI is logged in
 *     to
 * @param region such as {@code eu-west-1}; where absent, the CLI's
 * @param deletionProtection whether tables and objects survive their stack, and tables refuse to be
 *     deleted
 * @param indexShards over how many partitions an index spreads one program and channel, 1 to 1000;
 *     never changed while the tables live
 * @param runRetentionDays how long the objects of a run are kept, at least 1
 */
public record Environment(
    String name,
    Optional<String> account,
    Optional<String> region,
    boolean deletionProtection,
    int indexShards,
    int runRetentionDays) {

  /** What the names of this environment's resources begin with. */
  public String prefix() {
    return "ceap-" + name + "-";
  }
}
