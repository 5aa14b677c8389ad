package com.ceap.infrastructure.environment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One place the platform is deployed to, as {@code environments/{name}.yaml} says.
 *
 * @param account the twelve digits of the AWS account; where absent, the one the CLI is logged in
 *     to
 * @param region such as {@code eu-west-1}; where absent, the CLI's
 * @param deletionProtection whether tables, objects and logs survive their stack, and tables refuse
 *     to be deleted
 * @param indexShards over how many partitions an index spreads one program and channel, 1 to 1000;
 *     never changed while the tables live
 * @param runRetentionDays how long the objects of a run are kept, at least 1
 * @param logRetentionDays how long logs are kept
 * @param eventBuses what a bus is called here, by what programs call it
 * @param publisherAccounts the accounts that may put events on them, beside this one
 * @param retraining how models are trained anew; where absent, they are not
 * @param alarmEmails who is told of a program's alarms, by its owner; {@code platform} of all
 *     others
 */
public record Environment(
    String name,
    Optional<String> account,
    Optional<String> region,
    boolean deletionProtection,
    int indexShards,
    int runRetentionDays,
    int logRetentionDays,
    Map<String, String> eventBuses,
    List<String> publisherAccounts,
    Sender sender,
    Api api,
    Warehouse warehouse,
    Concurrency concurrency,
    Optional<Retraining> retraining,
    Map<String, String> alarmEmails) {
  /** The owner of what belongs to no program. */
  public static final String PLATFORM = "platform";

  public Environment {
    eventBuses = sorted(eventBuses);
    publisherAccounts = List.copyOf(publisherAccounts);
    alarmEmails = sorted(alarmEmails);
  }

  /**
   * Whom messages come from.
   *
   * @param email an address that SES has verified
   * @param name as readers see it
   * @param postalAddress that advertising must carry
   * @param linkUrl where links of messages lead; where absent, the serving API's own address
   * @param smsOrigination a number, sender id or pool; without it no text message is sent
   * @param pushApplicationId without it no push message is sent
   */
  public record Sender(
      String email,
      String name,
      String postalAddress,
      Optional<String> linkUrl,
      Optional<String> smsOrigination,
      Optional<String> pushApplicationId) {}

  /**
   * The serving API's door.
   *
   * @param jwtIssuer whose tokens are taken
   * @param jwtAudience for whom they are made
   * @param corsOrigins from which pages browsers may call
   * @param requestsPerSecond what is let through
   * @param burst what is let through at once
   */
  public record Api(
      String jwtIssuer,
      List<String> jwtAudience,
      List<String> corsOrigins,
      int requestsPerSecond,
      int burst) {
    public Api {
      jwtAudience = List.copyOf(jwtAudience);
      corsOrigins = List.copyOf(corsOrigins);
    }
  }

  /**
   * What batches read.
   *
   * @param databases of the Glue catalogue
   * @param buckets that hold their objects
   */
  public record Warehouse(List<String> databases, List<String> buckets) {
    public Warehouse {
      databases = List.copyOf(databases);
      buckets = List.copyOf(buckets);
    }
  }

  /**
   * How many batches of messages are worked on at a time.
   *
   * @param reactive for each program, 2 to 1000
   * @param lifecycle 2 to 1000
   * @param channel for each type of channel, 2 to 1000
   */
  public record Concurrency(int reactive, int lifecycle, int channel) {}

  /**
   * How SageMaker trains models.
   *
   * @param roleArn that SageMaker takes on; it reads {@code training/} and {@code models/} of the
   *     data bucket and writes {@code training/} and {@code models/artifacts/}
   * @param image of the built-in XGBoost, which has another registry in each Region
   *     (https://docs.aws.amazon.com/sagemaker/latest/dg-ecr-paths/sagemaker-algo-docker-registry-paths.html)
   * @param instanceType of training jobs and batch transforms
   */
  public record Retraining(String roleArn, String image, String instanceType) {}

  // Sorted: another map's order differs from one JVM to the next, and templates must not.
  private static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** What the names of this environment's resources begin with. */
  public String prefix() {
    return "ceap-" + name + "-";
  }
}
