package com.ceap.model.program;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EventBridge's schedule expressions, {@code cron(…)} and {@code rate(…)}, in UTC. A rate counts
 * from the epoch, so that everybody agrees on its moments. <a
 * href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Source</a>
 */
public final class AwsSchedule {
  private static final String EXAMPLE = "such as cron(0 2 * * ? *), daily at 2:00 UTC";
  private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,9}) (\\w+)\\)");
  private static final Pattern RATE_UNIT = Pattern.compile("(minute|hour|day)s?");
  private static final Pattern CRON = Pattern.compile("cron\\(([^()]*)\\)");
  private static final int FIELDS = 6;
  private static final int DAY_OF_MONTH = 2;
  private static final int DAY_OF_WEEK = 4;

  /** How the moments of an expression follow each other. */
  private interface Times {
    Optional<Instant> next(Instant after);

    Optional<Instant> last(Instant notAfter);
  }

  private final Times times;

  private AwsSchedule(Times times) {
    this.times = times;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException with what is wrong and, after a semicolon, what would be right
   */
  public static AwsSchedule parse(String expression) {
    check(expression);
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      return new AwsSchedule(every(step(Long.parseLong(rate.group(1)), rate.group(2))));
    }
    Matcher cron = CRON.matcher(expression);
    var _ = cron.matches();
    return new AwsSchedule(calendar(ExecutionTime.forCron(cron(cron.group(1)))));
  }

  private static Times calendar(ExecutionTime calendar) {
    return new Times() {
      @Override
      public Optional<Instant> next(Instant after) {
        return calendar.nextExecution(utc(after)).map(ZonedDateTime::toInstant);
      }

      @Override
      public Optional<Instant> last(Instant notAfter) {
        return calendar.lastExecution(utc(notAfter.plusNanos(1))).map(ZonedDateTime::toInstant);
      }
    };
  }

  private static Times every(Duration step) {
    return new Times() {
      @Override
      public Optional<Instant> next(Instant after) {
        return Optional.of(multiple(after, step).plus(step));
      }

      @Override
      public Optional<Instant> last(Instant notAfter) {
        return Optional.of(multiple(notAfter, step));
      }
    };
  }

  private static Duration step(long value, String unit) {
    return switch (unit.charAt(0)) {
      case 'm' -> Duration.ofMinutes(value);
      case 'h' -> Duration.ofHours(value);
      default -> Duration.ofDays(value);
    };
  }

  /** The first moment after another; empty where there is none any more. */
  public Optional<Instant> next(Instant after) {
    return times.next(after);
  }

  /** The last moment that is not after another; empty where there was none yet. */
  public Optional<Instant> last(Instant notAfter) {
    return times.last(notAfter);
  }

  private static Instant multiple(Instant at, Duration step) {
    return Instant.ofEpochSecond(
        Math.floorDiv(at.getEpochSecond(), step.toSeconds()) * step.toSeconds());
  }

  private static ZonedDateTime utc(Instant at) {
    return at.atZone(ZoneOffset.UTC);
  }

  /**
   * @throws IllegalArgumentException with what is wrong and, after a semicolon, what would be right
   */
  static void check(String expression) {
    Matcher cron = CRON.matcher(expression);
    Matcher rate = RATE.matcher(expression);
    if (cron.matches()) {
      checkCron(cron.group(1));
    } else if (rate.matches()) {
      checkRate(Long.parseLong(rate.group(1)), rate.group(2));
    } else {
      throw wrong("neither cron(…) nor rate(…)", "give a schedule " + EXAMPLE);
    }
  }

  private static void checkRate(long value, String unit) {
    Matcher known = RATE_UNIT.matcher(unit);
    if (value < 1 || !known.matches()) {
      throw wrong("not a rate", "give one such as rate(5 minutes), rate(1 hour) or rate(7 days)");
    }
    String right = known.group(1) + (value == 1 ? "" : "s");
    if (!right.equals(unit)) {
      throw wrong(
          "the unit does not go with the number", "write rate(" + value + " " + right + ")");
    }
  }

  private static void checkCron(String text) {
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length != FIELDS) {
      throw wrong(
          "cron has " + fields.length + " fields, not 6",
          "give minutes hours day-of-month month day-of-week year, " + EXAMPLE);
    }
    boolean anyDay = fields[DAY_OF_MONTH].equals("?");
    if (anyDay == fields[DAY_OF_WEEK].equals("?")) {
      throw wrong(
          anyDay ? "both day fields are '?'" : "neither day field is '?'",
          "make exactly one of day-of-month and day-of-week '?', " + EXAMPLE);
    }
    try {
      var _ = cron(text).validate();
    } catch (IllegalArgumentException e) {
      throw wrong("bad cron: " + e.getMessage(), "give a schedule " + EXAMPLE);
    }
  }

  private static Cron cron(String text) {
    return new CronParser(dialect()).parse(String.join(" ", text.strip().split("\\s+", -1)));
  }

  private static IllegalArgumentException wrong(String wrong, String right) {
    return new IllegalArgumentException(wrong + "; " + right);
  }

  private static CronDefinition dialect() {
    return CronDefinitionBuilder.defineCron()
        .withMinutes()
        .withStrictRange()
        .and()
        .withHours()
        .withStrictRange()
        .and()
        .withDayOfMonth()
        .supportsL()
        .supportsW()
        .supportsQuestionMark()
        .and()
        .withMonth()
        .withStrictRange()
        .and()
        .withDayOfWeek()
        .withValidRange(1, 7)
        .withMondayDoWValue(2)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and()
        .withYear()
        .withValidRange(1970, 2199)
        .withStrictRange()
        .and()
        .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
        .instance();
  }
}
