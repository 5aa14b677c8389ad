package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the tree of one program; whatever is wrong is noted. */
final class ProgramReader {
  // Part of the names of AWS resources and of paths.
  private static final Pattern PROGRAM_ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private final Problems problems;
  private final PartReader parts;
  private final FeatureReader features;
  private final ModelReader models;

  ProgramReader(Extensions extensions, Problems problems) {
    this.problems = problems;
    this.parts = new PartReader(extensions, problems);
    this.features = new FeatureReader(problems);
    this.models = new ModelReader(extensions, problems, parts);
  }

  private record Parts(
      String subjectType,
      List<ConnectorSpec> connectors,
      List<EventSourceSpec> events,
      List<ModelSpec> models,
      List<FilterSpec> filters,
      List<ChannelSpec> channels) {}

  /** The program, without what deviates by marketplace; empty where the file has problems. */
  Optional<Program> read(YamlValue.Mapping tree, String version) {
    Block block = new BlockReader(problems).read(ProgramDocument.keys(ProgramDocument.class), tree);
    checkId(block);
    checkTexts(block);
    checkMarketplaces(block);
    checkSchedule(block);
    checkDoors(block);
    Parts read = parts(block);
    return problems.isEmpty() ? Optional.of(program(block, read, version)) : Optional.empty();
  }

  private Parts parts(Block block) {
    String subjectType = block.text("subjectType").orElse("product");
    List<PartReader.Connector> connectors = parts.connectors(block);
    FeatureResolver resolver = features.resolver(block, subjectType, columns(connectors, block));
    return new Parts(
        subjectType,
        connectors.stream().map(PartReader.Connector::spec).toList(),
        parts.eventSources(block),
        models.models(block, resolver, rates(block)),
        parts.filters(block),
        parts.channels(block));
  }

  private ReferenceRates rates(Block block) {
    List<String> served = marketplaces(block);
    Optional<ReferenceRates> given = block.find("referenceRates", ReferenceRates.class);
    given
        .map(rates -> rates.lacking(served))
        .filter(lacking -> !lacking.isEmpty())
        .ifPresent(
            lacking ->
                problems.add(
                    block.place("referenceRates"),
                    "no rate for " + String.join(", ", lacking),
                    "give one for the currency of each marketplace"));
    return given.orElseGet(() -> ReferenceRates.none(served));
  }

  private static Program program(Block block, Parts parts, String version) {
    return new Program(
        block.text("programId").orElseThrow(),
        block.text("programName").orElseThrow(),
        version,
        block.flag("enabled"),
        block.text("owner"),
        marketplaces(block),
        parts.subjectType(),
        parts.connectors(),
        parts.events(),
        parts.models(),
        parts.filters(),
        parts.channels(),
        block.find("selection", Selection.class),
        block.find("discountStrategy", DiscountStrategy.class),
        block.find("deduplication", Deduplication.class),
        block.find("delivery", DeliveryRules.class).orElse(DeliveryRules.DEFAULT),
        exitEvents(block, parts.subjectType()),
        block.text("batchSchedule"),
        block.whole("candidateTTLDays"),
        block.number("maxRejectRatio"),
        block.number("toleratedFailureRatio"),
        block.find("jobs", JobTimes.class).orElse(JobTimes.DEFAULT),
        block.find("costs", MessageCosts.class).orElse(MessageCosts.DEFAULT),
        Map.of());
  }

  private static List<ExitEvent> exitEvents(Block block, String subjectType) {
    List<ExitEvent> events = new ArrayList<>();
    if (subjectType.equals("cart")) {
      events.addAll(ExitEvent.OF_CARTS);
    }
    block.find("exitEvents", List.class).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .map(ExitEvent.class::cast)
        .forEach(events::add);
    return events;
  }

  /** All columns are known only where every row comes from a connector that names its own. */
  private static Columns columns(List<PartReader.Connector> connectors, Block block) {
    boolean closed =
        !connectors.isEmpty()
            && connectors.size() == block.items("dataConnectors").size()
            && block.items("eventSources").isEmpty();
    return connectors.stream()
        .map(PartReader.Connector::columns)
        .reduce(new Columns(Set.of(), closed), Columns::and);
  }

  private void checkId(Block block) {
    block
        .text("programId")
        .filter(id -> !PROGRAM_ID.matcher(id).matches())
        .flatMap(_ -> block.source().find("programId"))
        .ifPresent(
            at ->
                problems.add(
                    at,
                    "not a program id",
                    "use lower-case letters, digits and hyphens, at most 64, beginning with a"
                        + " letter"));
  }

  private void checkTexts(Block block) {
    for (String key : List.of("programName", "owner", "subjectType")) {
      block
          .text(key)
          .filter(String::isBlank)
          .ifPresent(_ -> problems.add(block.place(key), "blank", "give a name"));
    }
  }

  private static List<String> marketplaces(Block block) {
    return block.find("marketplaces", List.class).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .map(String.class::cast)
        .toList();
  }

  private void checkMarketplaces(Block block) {
    Set<String> seen = new HashSet<>();
    List<YamlValue> items = block.source().items("marketplaces");
    if (block.values().containsKey("marketplaces") && items.isEmpty()) {
      problems.add(block.place("marketplaces"), "no marketplace", "name at least one, such as US");
    }
    for (YamlValue item : items) {
      if (item instanceof YamlValue.Scalar scalar && scalar.value() instanceof String id) {
        checkMarketplace(scalar, id, seen);
      }
    }
  }

  private void checkMarketplace(YamlValue at, String id, Set<String> seen) {
    if (Marketplaces.find(id).isEmpty()) {
      problems.add(
          at, "unknown marketplace", NearestName.hint(id, Marketplaces.ids(), "marketplaces"));
    } else if (!seen.add(id)) {
      problems.add(at, "the marketplace is listed twice", "list it once");
    }
  }

  private void checkSchedule(Block block) {
    Optional<YamlValue> at = block.source().find("batchSchedule");
    if (at.isEmpty()) {
      return;
    }
    block.text("batchSchedule").ifPresent(schedule -> checkSchedule(at.get(), schedule));
    if (block.items("dataConnectors").isEmpty()) {
      problems.add(
          at.get().place(),
          "a batch schedule without a data connector",
          "name a connector under dataConnectors, or remove the schedule");
    }
  }

  private void checkSchedule(YamlValue at, String schedule) {
    try {
      AwsSchedule.check(schedule);
    } catch (IllegalArgumentException wrong) {
      String[] parts = wrong.getMessage().split("; ", 2);
      problems.add(at, parts[0], parts[1]);
    }
  }

  private void checkDoors(Block block) {
    boolean given =
        block.source().find("dataConnectors").isPresent()
            || block.source().find("eventSources").isPresent();
    boolean some =
        !block.items("dataConnectors").isEmpty() || !block.items("eventSources").isEmpty();
    if (!some && (!given || block.complete())) {
      Place place = block.source().place();
      problems.add(
          place.key("dataConnectors", place.line()),
          "the program has neither dataConnectors nor eventSources",
          "name at least one source of candidates");
    }
  }
}
