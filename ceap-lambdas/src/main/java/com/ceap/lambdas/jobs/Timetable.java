package com.ceap.lambdas.jobs;

import com.ceap.lambdas.jobs.JobPlan.Due;
import com.ceap.model.program.JobTimes;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every job of the platform, in the order in which those of one moment are done. The one machine
 * and the schedules on AWS both follow it.
 */
public final class Timetable {
  public static final JobPlan BATCH =
      JobPlan.ofProgram(
          "batch",
          "Runs the program's batch for the day before.",
          program -> program.batchSchedule().filter(_ -> program.enabled()));

  public static final JobPlan CART_EXPIRY =
      daily(
          "cart-expiry",
          "Gives up carts whose time is over before the next look.",
          program -> program.subjectType().equals("cart"),
          JobTimes::cartExpiry);

  public static final JobPlan EXPORT =
      JobPlan.ofPlatform(
          "export", "Exports what the day before has changed, as Parquet.", "cron(45 3 * * ? *)");

  public static final JobPlan RECOVERY_PERFORMANCE =
      daily(
          "recovery-performance",
          "Puts yesterday's figures together and looks for what performs, channel by channel.",
          program -> !program.eventSources().isEmpty(),
          JobTimes::recoveryPerformance);

  public static final JobPlan REVENUE_IMPACT =
      daily(
          "revenue-impact",
          "Adds up what the last 30 days have brought, and writes the report.",
          program -> !program.eventSources().isEmpty(),
          JobTimes::revenueImpact);

  public static final JobPlan RECOMMENDATION_PERFORMANCE =
      daily(
          "recommendation-performance",
          "Looks for the products that sell best, and writes the report.",
          program -> !program.dataConnectors().isEmpty(),
          JobTimes::recommendationPerformance);

  public static final JobPlan DAILY_METRICS =
      daily(
          "daily-metrics",
          "Puts the day's figures together, and those of earlier days that have changed.",
          _ -> true,
          JobTimes::dailyMetrics);

  public static final JobPlan CLEANUP_VERIFICATION =
      JobPlan.ofPlatform(
          "cleanup-verification",
          "Looks whether what should be gone is gone: what has expired, and erased customers.",
          "cron(0 1 ? * SUN *)");

  public static final JobPlan EXPORT_CLEANUP =
      JobPlan.ofPlatform(
          "export-cleanup",
          "Looks whether exports have rows of erased customers; takes out what it finds.",
          "cron(0 2 ? * SUN *)");

  public static final JobPlan RETRAIN =
      JobPlan.ofPlatform(
          "retrain",
          "Trains the models on what became of candidates; deploys those that are better.",
          "cron(0 3 ? * SUN *)");

  /** All of them. */
  public static final List<JobPlan> ALL =
      List.of(
          BATCH,
          CART_EXPIRY,
          CLEANUP_VERIFICATION,
          EXPORT_CLEANUP,
          RETRAIN,
          EXPORT,
          RECOVERY_PERFORMANCE,
          REVENUE_IMPACT,
          RECOMMENDATION_PERFORMANCE,
          DAILY_METRICS);

  private Timetable() {}

  private static JobPlan daily(
      String name,
      String purpose,
      Predicate<Program> concerns,
      Function<JobTimes, String> expression) {
    return JobPlan.ofProgram(
        name,
        purpose,
        program ->
            Optional.of(program)
                .filter(p -> p.enabled() && concerns.test(p))
                .map(p -> expression.apply(p.jobs())));
  }

  /** When the jobs of some plans are due, for these programs. */
  public static List<PlannedJob> of(List<JobPlan> plans, Collection<Program> programs) {
    List<Program> ordered =
        programs.stream().sorted(Comparator.comparing(Program::programId)).toList();
    List<PlannedJob> planned = new ArrayList<>();
    for (JobPlan plan : plans) {
      switch (plan.due()) {
        case Due.OfPlatform(String expression) ->
            planned.add(new PlannedJob(plan, Optional.empty(), expression));
        case Due.OfProgram(Function<Program, Optional<String>> expression) ->
            ordered.forEach(
                program ->
                    expression
                        .apply(program)
                        .map(text -> new PlannedJob(plan, Optional.of(program), text))
                        .ifPresent(planned::add));
      }
    }
    return List.copyOf(planned);
  }
}
