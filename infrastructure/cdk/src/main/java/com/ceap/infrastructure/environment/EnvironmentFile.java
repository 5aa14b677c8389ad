package com.ceap.infrastructure.environment;

import com.ceap.infrastructure.environment.Environment.Api;
import com.ceap.infrastructure.environment.Environment.Concurrency;
import com.ceap.infrastructure.environment.Environment.Retraining;
import com.ceap.infrastructure.environment.Environment.Sender;
import com.ceap.infrastructure.environment.Environment.Warehouse;
import com.ceap.model.yaml.YamlReader;
import com.ceap.model.yaml.YamlReading;
import com.ceap.model.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code environments/{name}.yaml}. */
public final class EnvironmentFile {
  /**
   * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  private static final Set<Integer> RETENTIONS =
      Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731);

  private static final String EMAIL = "[^\\s@]+@[^\\s@]+\\.[^\\s@]+";
  private static final String AN_EMAIL = "an address such as shop@example.com";
  private static final String URL = "https://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\\s]*)?";
  private static final String LINE = "[^\\r\\n]*[^\\s][^\\r\\n]*";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final String ACCOUNT = "[0-9]{12}";
  private static final String AN_ACCOUNT = "the twelve digits of an account, quoted";

  private EnvironmentFile() {}

  /**
   * The environment of that name.
   *
   * @throws EnvironmentException with every problem of the file
   */
  public static Environment read(Path folder, String name) {
    Path file = folder.resolve(name + ".yaml");
    if (!name.matches("[a-z][a-z0-9]{0,11}")) {
      throw new EnvironmentException(
          List.of(
              "an environment is called by 1 to 12 small letters and digits, since its name is"
                  + " part of every other; was '%s'".formatted(name)));
    }
    if (!Files.exists(file)) {
      throw new EnvironmentException(
          List.of(
              "there is no environment '%s' (%s); there are %s"
                  .formatted(name, file, String.join(", ", names(folder)))));
    }
    SettingsProblems problems = new SettingsProblems(file.toString());
    Environment environment = environment(name, new SettingsBlock(root(file, problems), problems));
    if (!problems.all().isEmpty()) {
      throw new EnvironmentException(problems.all());
    }
    return environment;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static YamlValue.Mapping root(Path file, SettingsProblems problems) {
    YamlReading reading = reading(file);
    if (reading instanceof YamlReading.Read(YamlValue.Mapping root, var faults)) {
      faults.forEach(problems::add);
      return root;
    }
    switch (reading) {
      case YamlReading.Unreadable unreadable -> problems.add(unreadable.fault());
      case YamlReading.Read read -> problems.wrong(read.root(), "a block of keys");
    }
    throw new EnvironmentException(problems.all());
  }

  private static YamlReading reading(Path file) {
    try {
      return YamlReader.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Environment environment(String name, SettingsBlock keys) {
    Environment environment =
        new Environment(
            name,
            keys.optional("account", ACCOUNT, AN_ACCOUNT),
            keys.optional("region", "[a-z]{2}(-[a-z]+)+-[0-9]", "a region such as eu-west-1"),
            keys.flag("deletionProtection"),
            keys.count("indexShards", 1, 1000),
            keys.count("runRetentionDays", 1, 3650),
            keys.oneOf("logRetentionDays", RETENTIONS),
            keys.child("eventBuses").all(NAME, NAME, "the name of a bus"),
            keys.texts("publisherAccounts", ACCOUNT, AN_ACCOUNT),
            sender(keys.child("sender")),
            api(keys.child("api")),
            warehouse(keys.child("warehouse")),
            concurrency(keys.child("concurrency")),
            keys.optionalChild("retraining").map(EnvironmentFile::retraining),
            alarms(keys.child("alarmEmails")));
    keys.finish();
    return environment;
  }

  private static Map<String, String> alarms(SettingsBlock keys) {
    keys.text(Environment.PLATFORM, EMAIL, AN_EMAIL);
    return keys.all("[a-z0-9][a-z0-9-]*", EMAIL, AN_EMAIL);
  }

  private static Sender sender(SettingsBlock keys) {
    Sender sender =
        new Sender(
            keys.text("email", EMAIL, AN_EMAIL),
            keys.text("name", LINE, "one line of text"),
            keys.text("postalAddress", LINE, "one line of text"),
            keys.optional("linkUrl", URL, "a URL with https"),
            keys.optional("smsOrigination", LINE, "a number, a sender id or a pool, quoted"),
            keys.optional("pushApplicationId", "[0-9a-f]{32}", "32 hexadecimal digits, quoted"));
    keys.finish();
    return sender;
  }

  private static Api api(SettingsBlock keys) {
    Api api =
        new Api(
            keys.text("jwtIssuer", URL, "a URL with https"),
            keys.texts("jwtAudience", LINE, "one line of text"),
            keys.texts("corsOrigins", URL, "a URL with https"),
            keys.count("requestsPerSecond", 1, 10_000),
            keys.count("burst", 1, 5_000));
    keys.finish();
    return api;
  }

  private static Warehouse warehouse(SettingsBlock keys) {
    Warehouse warehouse =
        new Warehouse(
            keys.texts("databases", "[a-z0-9_]+", "the name of a database"),
            keys.texts("buckets", "[a-z0-9][a-z0-9.-]{2,62}", "the name of a bucket"));
    keys.finish();
    return warehouse;
  }

  private static Retraining retraining(SettingsBlock keys) {
    Retraining retraining =
        new Retraining(
            keys.text("roleArn", "arn:aws[a-z-]*:iam::[0-9]{12}:role/.+", "the ARN of a role"),
            keys.text(
                "image",
                "[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/sagemaker-xgboost:[A-Za-z0-9._-]+",
                "an image of the built-in XGBoost such as"
                    + " 141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1"),
            keys.text("instanceType", "ml\\.[a-z0-9]+\\.[a-z0-9]+", "a type such as ml.m5.large"));
    keys.finish();
    return retraining;
  }

  private static Concurrency concurrency(SettingsBlock keys) {
    Concurrency concurrency =
        new Concurrency(
            keys.count("reactive", 2, 1000),
            keys.count("lifecycle", 2, 1000),
            keys.count("channel", 2, 1000));
    keys.finish();
    return concurrency;
  }
}
