package com.ceap.infrastructure.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentFileTest {
  private static final String WHOLE =
      """
      account: "012345678901"
      region: eu-west-1
      deletionProtection: true
      indexShards: 8
      runRetentionDays: 30
      logRetentionDays: 14
      eventBuses:
        shop: "shop-test"
      publisherAccounts: ["111122223333"]
      sender:
        email: "shop@example.com"
        name: "Example Shop"
        postalAddress: "1 Example Street"
        linkUrl: "https://links.example.com"
        smsOrigination: "+15550100"
      api:
        jwtIssuer: "https://login.example.com"
        jwtAudience: ["ceap"]
        corsOrigins: ["https://www.example.com"]
        requestsPerSecond: 100
        burst: 200
      warehouse:
        databases: ["ecommerce"]
        buckets: ["warehouse"]
      concurrency:
        reactive: 10
        lifecycle: 5
        channel: 2
      alarmEmails:
        platform: "platform@example.com"
      """;

  @TempDir private Path folder;

  @Test
  void theEnvironmentsOfTheProjectAreValid() {
    Environment dev = EnvironmentFile.read(Path.of("environments"), "dev");
    Environment prod = EnvironmentFile.read(Path.of("environments"), "prod");

    assertThat(dev.deletionProtection()).isFalse();
    assertThat(prod.deletionProtection()).isTrue();
    assertThat(prod.prefix()).isEqualTo("ceap-prod-");
  }

  @Test
  void aFileSaysAllThatDiffersByEnvironment() throws IOException {
    write(WHOLE);

    assertThat(EnvironmentFile.read(folder, "test"))
        .isEqualTo(
            new Environment(
                "test",
                Optional.of("012345678901"),
                Optional.of("eu-west-1"),
                true,
                8,
                30,
                14,
                Map.of("shop", "shop-test"),
                List.of("111122223333"),
                new Environment.Sender(
                    "shop@example.com",
                    "Example Shop",
                    "1 Example Street",
                    Optional.of("https://links.example.com"),
                    Optional.of("+15550100"),
                    Optional.empty()),
                new Environment.Api(
                    "https://login.example.com",
                    List.of("ceap"),
                    List.of("https://www.example.com"),
                    100,
                    200),
                new Environment.Warehouse(List.of("ecommerce"), List.of("warehouse")),
                new Environment.Concurrency(10, 5, 2),
                Optional.empty(),
                Map.of("platform", "platform@example.com")));
  }

  @Test
  void howModelsAreTrainedIsGivenWholeOrNotAtAll() throws IOException {
    write(
        WHOLE
            + """
            retraining:
              roleArn: "arn:aws:iam::012345678901:role/ceap-training"
              image: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1"
              instanceType: ml.m5.large
            """);
    assertThat(EnvironmentFile.read(folder, "test").retraining())
        .contains(
            new Environment.Retraining(
                "arn:aws:iam::012345678901:role/ceap-training",
                "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1",
                "ml.m5.large"));

    write(WHOLE + "retraining:\n  roleArn: training\n  image: xgboost:latest\n");
    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .hasMessage(
            """
            F:32: retraining.roleArn: must be the ARN of a role, was 'training'
            F:32: retraining.instanceType: must be a type such as ml.m5.large, was absent
            F:33: retraining.image: must be an image of the built-in XGBoost such as \
            141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1, was \
            'xgboost:latest'"""
                .replace("F:", folder.resolve("test.yaml") + ":"));
  }

  @Test
  void everyProblemIsNamedAtOnceWithItsLine() throws IOException {
    write(
        WHOLE
            .replace("\"012345678901\"", "12345")
            .replace("eu-west-1", "Ireland")
            .replace("deletionProtection", "deletionProtecton")
            .replace("indexShards: 8", "indexShards: 0")
            .replace("logRetentionDays: 14", "logRetentionDays: 15")
            .replace("[\"111122223333\"]", "[\"1111\", \"222233334444\"]")
            .replace("shop@example.com", "shop")
            .replace("burst", "brust")
            .replace("channel: 2", "channel: 1")
            .replace("platform: ", "Platform Team: "));
    String file = folder.resolve("test.yaml").toString();

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            """
            F:1: account: must be the twelve digits of an account, quoted, was 12345
            F:1: deletionProtection: must be true or false, was absent
            F:2: region: must be a region such as eu-west-1, was 'Ireland'
            F:3: deletionProtecton: unknown key; did you mean 'deletionProtection'?
            F:4: indexShards: must be 1 to 1000, was 0
            F:6: logRetentionDays: must be one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, \
            365, 400, 545, 731], was 15
            F:9: publisherAccounts[0]: must be the twelve digits of an account, quoted, was '1111'
            F:11: sender.email: must be an address such as shop@example.com, was 'shop'
            F:17: api.burst: must be 1 to 5000, was absent
            F:21: api.brust: unknown key; did you mean 'burst'?
            F:28: concurrency.channel: must be 2 to 1000, was 1
            F:30: alarmEmails.platform: must be an address such as shop@example.com, was absent
            F:30: alarmEmails["Platform Team"]: the key must match [a-z0-9][a-z0-9-]*, was \
            Platform Team"""
                .replace("F:", file + ":"));
  }

  @Test
  void aBlockThatIsMissingIsOneProblem() throws IOException {
    write(WHOLE.replaceAll("(?m)^sender:$", "mailer:"));

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .hasMessageContaining("sender: must be a block of keys, was absent")
        .hasMessageContaining("mailer: unknown key")
        .hasMessageNotContaining("sender.email");
  }

  @Test
  void anEnvironmentWithoutAFileIsNamedWithThoseThatThereAre() throws IOException {
    write(WHOLE);

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "staging"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "there is no environment 'staging' (%s); there are test",
            folder.resolve("staging.yaml"));
  }

  @Test
  void aNameThatWouldMakeOthersTooLongIsRefused() {
    assertThatThrownBy(() -> EnvironmentFile.read(folder, "integration-test"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "an environment is called by 1 to 12 small letters and digits, since its name is part"
                + " of every other; was 'integration-test'");
  }

  @Test
  void whatIsNoYamlIsNamedWithItsPlace() throws IOException {
    write("indexShards: [1");

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("test.yaml:1: not YAML: ");
  }

  @Test
  void aFileWithoutKeysIsNoEnvironment() throws IOException {
    write("- 1");

    assertThatThrownBy(() -> EnvironmentFile.read(folder, "test"))
        .hasMessage(folder.resolve("test.yaml") + ":1: must be a block of keys, was a list of 1");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("test.yaml"), yaml);
  }
}
