package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.infrastructure.observe.AlarmKind;
import com.ceap.runtime.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

final class ObservabilityTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final Path METRICS =
      Path.of("src/test/resources/com/ceap/infrastructure/metrics.txt");

  private static Synthesis prod;

  @BeforeAll
  static void synthesise() {
    NodeRuntime.assumeInstalled();
    prod = Synthesis.of("prod");
  }

  @Test
  void everyKindOfAlarmIsThere() {
    Set<String> kinds =
        prod.templates().values().stream()
            .flatMap(template -> Resources.of(template, ALARM).stream())
            .map(alarm -> alarm.get("AlarmDescription").toString())
            .map(text -> text.replaceAll(".*\"(.*)\".*", "$1"))
            .collect(Collectors.toSet());

    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AlarmKind.values())
                // Of an environment that trains models, as RetrainingTest's.
                .filter(kind -> kind != AlarmKind.RETRAIN_FAILED)
                .map(AlarmKind::title)
                .toList());
  }

  @Test
  void aSourceThatDoesNotSayHowOldItsRowsAreHasNoAlarmThatCouldNotSpeak(@TempDir Path folder)
      throws IOException {
    String file = "product-recommendations.yaml";
    Files.writeString(
        folder.resolve(file),
        Files.readString(Synthesis.PROGRAMS.resolve(file)).replace(", timestamp\n", "\n"));
    Environment dev = EnvironmentFile.read(Path.of("environments"), "dev");
    Synthesis without = Synthesis.of(dev, Synthesis.programs(dev, folder), _ -> {});
    String title = "Program-product-recommendations";

    assertThat(alarmNames(prod.template(title))).anyMatch(name -> name.contains("source-stale"));
    assertThat(alarmNames(without.template(title)))
        .isNotEmpty()
        .noneMatch(name -> name.contains("source-stale"));
    Annotations.fromStack(without.stacks().get(title))
        .hasInfo(
            "*",
            Match.stringLikeRegexp(
                "program 'product-recommendations' has no alarm source-stale: its rows have no"
                    + " 'timestamp', which would say how old they are.*"));
  }

  private static List<String> alarmNames(Template template) {
    return Resources.of(template, ALARM).stream()
        .map(alarm -> alarm.get("AlarmName").toString())
        .toList();
  }

  @Test
  void aProgramsAlarmsGoToItsOwner() {
    assertTopics("Program-abandoned-cart-recovery", "ceap-prod-alarms-sales");
    assertTopics("Program-product-recommendations", "ceap-prod-alarms-product-marketing");
    assertTopics("Observability", "ceap-prod-alarms-platform");
  }

  private static void assertTopics(String title, String topic) {
    List<Map<String, Object>> alarms = Resources.of(prod.template(title), ALARM);

    assertThat(alarms).isNotEmpty();
    assertThat(alarms)
        .allSatisfy(alarm -> assertThat(alarm.get("AlarmActions").toString()).contains(topic));
  }

  @Test
  void everyOwnerHasATopic() {
    assertThat(
            Resources.of(prod.template("Observability"), "AWS::SNS::Topic").stream()
                .map(topic -> topic.get("TopicName")))
        .containsExactlyInAnyOrder(
            "ceap-prod-alarms-platform",
            "ceap-prod-alarms-product-marketing",
            "ceap-prod-alarms-sales");
  }

  @Test
  void everyQueueOfDeadLettersHasItsAlarm() {
    Set<Object> watched = new TreeSet<>();
    Set<Object> dead = new TreeSet<>();
    for (Template template : prod.templates().values()) {
      Resources.of(template, "AWS::SQS::Queue").stream()
          .map(queue -> queue.get("QueueName"))
          .filter(name -> name.toString().endsWith("-dlq"))
          .forEach(dead::add);
      Resources.of(template, ALARM).stream()
          .filter(alarm -> alarm.get("AlarmName").toString().contains("-dead-letters-"))
          .map(alarm -> Resources.map(Resources.list(alarm.get("Dimensions")).getFirst()))
          .map(dimension -> dimension.get("Value"))
          .forEach(watched::add);
    }

    assertThat(watched).isEqualTo(dead);
  }

  @Test
  void thereIsAPageForEachProgramAndOneForThePlatform() {
    assertThat(
            prod.templates().values().stream()
                .flatMap(template -> Resources.of(template, "AWS::CloudWatch::Dashboard").stream())
                .map(page -> page.get("DashboardName")))
        .containsExactlyInAnyOrder(
            "ceap-prod-abandoned-cart-recovery",
            "ceap-prod-product-recommendations",
            "ceap-prod-platform");
  }

  /** Functions are held to the list where they are tried out as they are packed. */
  @Test
  void whatAlarmsAndPagesLookAtIsListed() throws IOException {
    Set<String> lookedAt = new TreeSet<>();
    prod.templates().values().forEach(template -> LookedAtMetrics.add(template, lookedAt));
    String actual = String.join("\n", lookedAt) + "\n";

    if (Boolean.getBoolean("ceap.docs.write")) {
      Files.writeString(METRICS, actual);
    }
    assertThat(Files.readString(METRICS)).isEqualTo(actual);
  }

  @Test
  void everyMetricOfThePlatformIsOnAPageOrInAnAlarm() {
    String all =
        prod.templates().values().stream()
            .flatMap(
                template ->
                    Stream.of("AWS::CloudWatch::Dashboard", ALARM)
                        .flatMap(type -> Resources.of(template, type).stream()))
            .map(Object::toString)
            .collect(Collectors.joining());

    assertThat(Metric.values())
        .allSatisfy(
            metric ->
                assertThat(Pattern.compile("\\b" + metric.label() + "\\b").matcher(all).find())
                    .as(metric.label())
                    .isTrue());
  }
}
