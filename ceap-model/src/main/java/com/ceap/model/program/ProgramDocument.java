package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a program's file as its owner writes them: the loader and the editor's schema both
 * follow these records. Only their shapes are used, never an instance, since a file with problems
 * has no value for some of them.
 */
record ProgramDocument(
    @Key("The program's id: lower-case words joined by hyphens, at most 64 characters.")
        String programId,
    @Key("The program's name for people.") String programName,
    @Key(
            value = "Whether the program runs; false means: validated, nothing done.",
            defaultYaml = "true")
        boolean enabled,
    @Key("The team that answers for the program.") Optional<String> owner,
    @Key("The marketplaces it serves; a customer without one belongs to the first.")
        List<String> marketplaces,
    @Key(value = "What candidates are about, such as product or cart.", defaultYaml = "product")
        String subjectType,
    @Key(value = "Where a batch run reads its rows.", defaultYaml = "[]")
        YamlValue.Sequence dataConnectors,
    @Key(value = "Which events start a decision.", defaultYaml = "[]")
        YamlValue.Sequence eventSources,
    @Key(value = "The models that score a candidate; its score is their mean.", defaultYaml = "[]")
        YamlValue.Sequence scoringModels,
    @Key(
            value = "Where features come from, by feature, where the built-in catalogue is silent.",
            defaultYaml = "{}")
        YamlValue.Mapping features,
    @Key(
            "What amounts are worth in the currency that models take; without it a model gets"
                + " amounts in the currency of the first marketplace alone.")
        Optional<ReferenceRates> referenceRates,
    @Key(value = "What turns candidates away, in ascending order.", defaultYaml = "[]")
        YamlValue.Sequence filterChain,
    @Key(value = "The ways to the customer.", defaultYaml = "[]") YamlValue.Sequence channels,
    @Key("Keeps only the best of a run.") Optional<Selection> selection,
    @Key("How large an offer a candidate carries.") Optional<DiscountStrategy> discountStrategy,
    @Key("How repeated events are recognised.") Optional<Deduplication> deduplication,
    @Key(value = "What holds for every message that is pushed.", defaultYaml = "{}")
        DeliveryRules delivery,
    @Key(
            value =
                "Events that end a customer's journeys, besides OrderPlaced and CartEmptied, which"
                    + " end those of carts.",
            defaultYaml = "[]")
        List<ExitEvent> exitEvents,
    @Key("When the batch runs, UTC, such as cron(0 2 * * ? *) or rate(1 day).")
        Optional<String> batchSchedule,
    @Key(value = "How many days a candidate lives, at least 1.", defaultYaml = "7", min = 1)
        int candidateTTLDays,
    @Key(
            value = "The share of unreadable rows, 0 to 1, beyond which a run fails.",
            defaultYaml = "0.05",
            min = 0,
            max = 1)
        double maxRejectRatio,
    @Key(
            value = "The share of failed chunks, 0 to 1, beyond which a run fails.",
            defaultYaml = "0",
            min = 0,
            max = 1)
        double toleratedFailureRatio,
    @Key(value = "When the program's jobs are due.", defaultYaml = "{}") JobTimes jobs,
    @Key(value = "What its messages cost, for reports.", defaultYaml = "{}") MessageCosts costs,
    @Key(
            value =
                "What differs in a marketplace: any part of the program, merged by key and by id.",
            defaultYaml = "{}")
        YamlValue.Mapping marketplaceOverrides) {

  record Connector(
      @Key("The connector's id, once in the program.") String connectorId,
      @Key("The kind of connector, such as athena.") String type,
      @Key(value = "What the connector of this type needs to know.", defaultYaml = "{}")
          YamlValue.Mapping config) {}

  record EventSource(
      @Key("The source's id, once in the program.") String sourceId,
      @Key("The kind of source: eventbridge.") String type,
      @Key("What the source of this type needs to know.") YamlValue.Mapping config) {}

  record EventBridge(
      @Key("The name of the event bus.") String eventBusName,
      @Key("An EventBridge pattern; two ascending numbers under detail are an inclusive range.")
          YamlValue.Mapping eventPattern) {}

  record Model(
      @Key("The model's id, once in the program.") String modelId,
      @Key("Where the model answers, as scheme://name, such as sagemaker://purchase-intent-v5.")
          String endpoint,
      @Key("The features the model takes, in its order; at least one.") List<String> features,
      @Key(
              value = "The score, 0 to 1, that stands in when neither model nor cache answers.",
              min = 0,
              max = 1)
          Optional<Double> fallback,
      @Key(value = "What the endpoint's scheme needs to know.", defaultYaml = "{}")
          YamlValue.Mapping config) {}

  record Feature(
      @Key("Where the feature is kept: row, customer, or the program's subject type.")
          Optional<String> source,
      @Key("Its name there, where it is another.") Optional<String> name,
      @Key("Another feature whose value it takes; stands instead of a source.")
          Optional<String> alias,
      @Key(
              value =
                  "The value that stands in where the source has none: text, a number or a flag.",
              name = "default")
          Optional<Object> defaultValue) {}

  record Filter(
      @Key("The filter's id, once in the program.") String filterId,
      @Key("The kind of filter, such as trust, business-rule or eligibility.") String type,
      @Key("Its place in the chain, once in the program; filters run by ascending order.")
          int order,
      @Key(value = "Whether the filter runs.", defaultYaml = "true") boolean enabled,
      @Key(value = "What the filter of this type needs to know.", defaultYaml = "{}")
          YamlValue.Mapping parameters) {}

  record Channel(
      @Key("The channel's id, once in the program.") String channelId,
      @Key("The kind of channel, such as email, sms, push or in-app.") String type,
      @Key(
              value = "Whether the channel is used; false means: validated, nothing sent.",
              defaultYaml = "true")
          boolean enabled,
      @Key(value = "Channels are asked by ascending priority, from 1.", defaultYaml = "1", min = 1)
          int priority,
      @Key(value = "Whether all is done but the sending.", defaultYaml = "false") boolean shadow,
      @Key(value = "What the channel of this type needs to know.", defaultYaml = "{}")
          YamlValue.Mapping config) {}

  static List<ConfigKey> keys(Class<? extends Record> part) {
    return RecordShape.of(part).keys();
  }
}
