package com.ceap.model.program;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Extensions with the keys that the real ones have, as far as the loader's tests need them. */
final class SampleExtensions {
  private SampleExtensions() {}

  static Extensions all() {
    return new Extensions(
        ExtensionRegistry.of(List.of(new Athena())),
        ExtensionRegistry.of(
            List.of(
                new Plain<>("trust", ConfigShape.of(Trust.class)),
                new Plain<>("business-rule", businessRules()),
                new Plain<>("eligibility", ConfigShape.of(Eligibility.class)),
                new Plain<>("frequency-cap", ConfigShape.of(FrequencyCap.class)))),
        ExtensionRegistry.of(
            List.of(
                new Plain<>("sagemaker", ConfigShape.of(SageMaker.class)), new LogisticModel())),
        ExtensionRegistry.of(
            List.of(
                new Plain<>("email", ConfigShape.of(Email.class)),
                new Plain<>("sms", ConfigShape.of(Sms.class)),
                new Plain<>("push", ConfigShape.of(Push.class)),
                new Plain<>("in-app", ConfigShape.of(InApp.class)))));
  }

  record Plain<C>(String type, ConfigShape<C> shape) implements ExtensionFactory<C> {}

  record AthenaConfig(
      @Key("The database.") Optional<String> database,
      @Key("The table to read.") Optional<String> table,
      @Key("One SELECT.") Optional<String> query,
      @Key(value = "Canonical name to column.", defaultYaml = "{}") Map<String, String> fields) {
    AthenaConfig {
      if (table.isEmpty() && query.isEmpty()) {
        throw new IllegalArgumentException("neither query nor table is given; give one");
      }
    }
  }

  /** Knows its columns where {@code fields} names them. */
  static final class Athena implements ColumnsKnown<AthenaConfig> {
    @Override
    public String type() {
      return "athena";
    }

    @Override
    public ConfigShape<AthenaConfig> shape() {
      return ConfigShape.of(AthenaConfig.class);
    }

    @Override
    public List<String> columns(AthenaConfig config) {
      return List.copyOf(config.fields().keySet());
    }
  }

  record Trust(@Key("Asked for.") Optional<Boolean> requirePaymentMethod) {}

  record Eligibility(
      @Key(value = "Turned away.", defaultYaml = "[]") List<String> restrictedProducts) {}

  record FrequencyCap(
      @Key(value = "At least 1.", min = 1) int max,
      @Key("Counts only this one.") Optional<String> channel) {}

  static ConfigShape<Map<String, Object>> businessRules() {
    List<ConfigKey> keys = new ArrayList<>();
    for (String name :
        List.of(
            "minViewCount",
            "minTimeSpent",
            "minCartValue",
            "maxEmailsPerWeek",
            "maxRecoveryEmailsPerWeek")) {
      keys.add(new ConfigKey(name, int.class, false, "", "A number from 0.", 0, 1_000_000));
    }
    for (String name : List.of("requireInStock", "requireActive")) {
      keys.add(new ConfigKey(name, boolean.class, false, "", "Asked for."));
    }
    return new ConfigShape<>(keys, Function.identity());
  }

  record SageMaker() {}

  record Logistic(
      @Key(value = "Added.", defaultYaml = "0") double intercept,
      @Key("By feature.") Map<String, Double> weights,
      @Key(value = "Offers.", defaultYaml = "[]") List<Step> discounts) {}

  record Step(
      @Key(value = "Score, 0 to 1.", min = 0, max = 1) double below,
      @Key(value = "Percent, 0 to 100.", min = 0, max = 100) int percent) {}

  /** Wants a weight for each feature. */
  static final class LogisticModel implements ModelChecked<Logistic> {
    @Override
    public String type() {
      return "logistic";
    }

    @Override
    public ConfigShape<Logistic> shape() {
      return ConfigShape.of(Logistic.class);
    }

    @Override
    public List<String> problems(ModelSpec model, Logistic config) {
      return model.features().keySet().stream()
          .filter(feature -> !config.weights().containsKey(feature))
          .map(feature -> "feature '" + feature + "' has no weight")
          .toList();
    }
  }

  record Email(
      @Key("The template.") String templateId,
      @Key("The subject.") Optional<String> subject,
      @Key("HH:mm.") Optional<LocalTime> sendTime,
      @Key(value = "local, or a zone.", defaultYaml = "local") String timezone,
      @Key(value = "At least 1.", defaultYaml = "5", min = 1) int maxProductsPerEmail,
      @Key(value = "Carries the offer.", defaultYaml = "false") boolean includeDiscount,
      @Key("Percent.") Optional<Integer> discountPercent,
      @Key("Minutes.") Optional<Integer> delayMinutes) {
    Email {
      if (!timezone.equals("local")) {
        TimeZones.require(timezone);
      }
    }
  }

  record Sms(
      @Key("Hours.") Optional<Integer> delayHours,
      @Key("The text.") String message,
      @Key(value = "After a purchase no more.", defaultYaml = "false")
          boolean onlyIfNotConverted) {}

  record Push(
      @Key("Hours.") Optional<Integer> delayHours,
      @Key("The title.") String title,
      @Key("The body.") String body,
      @Key(value = "After a purchase no more.", defaultYaml = "false")
          boolean onlyIfNotConverted) {}

  /** How the app asks. */
  enum Refresh {
    REALTIME,
    ONCE_A_DAY
  }

  record InApp(
      @Key("The headline.") String sectionName,
      @Key(value = "At least 1.", defaultYaml = "10", min = 1) int maxProducts,
      @Key(value = "How often.", defaultYaml = "realtime") Refresh refreshInterval,
      @Key("The shop's zone.") Optional<ZoneId> zone) {}
}
