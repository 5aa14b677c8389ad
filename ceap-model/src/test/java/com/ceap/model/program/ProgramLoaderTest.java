package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.SendCap;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLoaderTest {
  private static final ProgramLoader LOADER = new ProgramLoader(SampleExtensions.all());

  private static final String SMALL =
      """
      programId: p
      programName: P
      marketplaces: [US, NO]
      dataConnectors: [{connectorId: rows, type: athena, config: {table: t}}]
      """;

  @TempDir Path folder;

  @Test
  void whatAProgramLeavesOutHasItsDefault() {
    Program program = loaded(SMALL);

    assertThat(program.enabled()).isTrue();
    assertThat(program.owner()).isEmpty();
    assertThat(program.subjectType()).isEqualTo("product");
    assertThat(program.candidateTTLDays()).isEqualTo(7);
    assertThat(program.maxRejectRatio()).isEqualTo(0.05);
    assertThat(program.toleratedFailureRatio()).isZero();
    assertThat(program.selection()).isEmpty();
    assertThat(program.overrides()).isEmpty();
  }

  @Test
  void deliveryIsHeldByDefaultsUnlessToldOtherwise() {
    assertThat(loaded(SMALL).delivery()).isEqualTo(DeliveryRules.DEFAULT);

    DeliveryRules rules =
        loaded(
                SMALL
                    + """
                    delivery:
                      quietHours: {from: "21:00", to: "08:00"}
                      maxLateness: PT6H
                      messagesPerSecond: 50
                      caps:
                        - {channel: email, max: 3, windowHours: 168, programs: [all]}
                        - {max: 1, windowHours: 24}
                    """)
            .delivery();

    assertThat(rules.quietHours())
        .contains(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
    assertThat(rules.lateness()).isEqualTo(Duration.ofHours(6));
    assertThat(rules.messagesPerSecond()).contains(50);
    assertThat(rules.capsOf("p"))
        .containsExactly(
            new SendCap(Set.of(), Set.of("email"), 3, Duration.ofDays(7)),
            new SendCap(Set.of("p"), Set.of(), 1, Duration.ofDays(1)));
  }

  @Test
  void aLatenessThatIsNoDurationIsNamed() {
    assertThatThrownBy(
            () -> new DeliveryRules(Optional.empty(), "12 hours", Optional.empty(), List.of(), 7))
        .hasMessage("maxLateness must be an ISO 8601 duration such as \"PT12H\", was \"12 hours\"");
  }

  @Test
  void cartsAreOverWhenTheyAreBoughtOrEmptiedAndByWhatTheProgramNames() {
    assertThat(loaded(SMALL).exitEvents()).isEmpty();
    assertThat(loaded(SMALL + "subjectType: cart\n").exitEvents()).isEqualTo(ExitEvent.OF_CARTS);
    assertThat(
            loaded(
                    SMALL
                        + "subjectType: cart\n"
                        + "exitEvents: [{source: shop.carts, detailType: CartMerged}]\n")
                .exitEvents())
        .hasSize(3)
        .last()
        .isEqualTo(new ExitEvent("shop.carts", "CartMerged", Optional.empty()));
  }

  @Test
  void plainWordsAreReadAsEditorsReadThem() {
    Program program = loaded(SMALL + "owner: yes\n");

    assertThat(program.marketplaces()).containsExactly("US", "NO");
    assertThat(program.owner()).contains("yes");
  }

  @Test
  void filtersStandByOrderAndChannelsByPriority() {
    Program program =
        loaded(
            SMALL
                + """
                filterChain:
                  - {filterId: late, type: trust, order: 20}
                  - {filterId: early, type: eligibility, order: 10, enabled: false}
                channels:
                  - {channelId: second, type: sms, priority: 2, shadow: true, config: {message: m}}
                  - {channelId: first, type: in-app, priority: 1, config: {sectionName: s}}
                """);

    assertThat(program.filterChain())
        .extracting(FilterSpec::filterId)
        .containsExactly("early", "late");
    assertThat(program.filterChain().getFirst().enabled()).isFalse();
    assertThat(program.channels())
        .extracting(ChannelSpec::channelId)
        .containsExactly("first", "second");
    assertThat(program.channels().getLast().shadow()).isTrue();
    assertThat(program.channels().getFirst().config())
        .isEqualTo(
            new SampleExtensions.InApp(
                "s", 10, SampleExtensions.Refresh.REALTIME, Optional.empty()));
  }

  @Test
  void aModelsFeaturesKeepTheirOrderAndNameTheirSources() {
    Program program =
        loaded(
            SMALL
                + """
                features:
                  loyalty: {source: customer, name: loyalty_points, default: 0}
                  looks: {alias: view_count}
                  rating: {default: 3.5}
                scoringModels:
                  - modelId: m
                    endpoint: sagemaker://m-v1
                    features: [similar_products, loyalty, looks, rating, price]
                    fallback: 0.5
                """);

    ModelSpec model = program.scoringModels().getFirst();
    assertThat(model.type()).isEqualTo("sagemaker");
    assertThat(model.target()).isEqualTo("m-v1");
    assertThat(model.fallback()).isEqualTo(OptionalDouble.of(0.5));
    assertThat(model.features().entrySet())
        .containsExactly(
            Map.entry(
                "similar_products",
                new FeatureSource.Store("product", "similar_products_purchased", Optional.empty())),
            Map.entry(
                "loyalty", new FeatureSource.Store("customer", "loyalty_points", Optional.of(0L))),
            Map.entry("looks", new FeatureSource.Row("view_count", Optional.empty())),
            Map.entry("rating", new FeatureSource.Store("product", "rating", Optional.of(3.5))),
            Map.entry(
                "price",
                new FeatureSource.Amount(
                    "price", ReferenceRates.none(List.of("US")), Optional.empty())));
  }

  @Test
  void amountsAreWorthWhatTheProgramsRatesSay() {
    String rates =
        "referenceRates: {base: EUR, asOf: '2026-01-31', rates: {USD: 1.08, NOK: 11.7}}\n";
    Program program =
        loaded(
            SMALL
                + rates
                + "scoringModels: [{modelId: m, endpoint: 'sagemaker://m', features: [price]}]\n");

    FeatureSource.Amount price =
        (FeatureSource.Amount) program.scoringModels().getFirst().features().get("price");
    assertThat(price.rates().inBase(54, "USD").orElseThrow()).isEqualTo(50);
    assertThat(price.rates().inBase(54, "EUR")).contains(54.0);
    assertThat(price.rates().inBase(54, "JPY")).isEmpty();
    assertThat(ReferenceRates.none(List.of("JP")).inBase(9, "USD")).isEmpty();
    assertThat(ReferenceRates.none(List.of("JP")).inBase(9, "JPY")).contains(9.0);
  }

  @Test
  void aColumnThatAConnectorDeliversIsAFeatureWithoutFurtherWords() {
    Program program =
        loaded(
            SMALL.replace("{table: t}", "{table: t, fields: {shoe_size: c1, rating: c2}}")
                + "scoringModels: [{modelId: m, endpoint: 'sagemaker://m', features: [shoe_size, rating]}]\n");

    assertThat(program.scoringModels().getFirst().features().values())
        .containsExactly(
            new FeatureSource.Row("shoe_size", Optional.empty()),
            new FeatureSource.Row("rating", Optional.empty()));
  }

  @Test
  void twoAscendingNumbersUnderDetailAreARangeAndAllElseIsNative() {
    Program program =
        loaded(
            """
            programId: p
            programName: P
            marketplaces: [US]
            eventSources:
              - sourceId: s
                type: eventbridge
                config:
                  eventBusName: bus
                  eventPattern:
                    detail-type: [A]
                    version: [1, 2]
                    detail:
                      value: [50, 999.5]
                      descending: [2, 1]
                      three: [1, 2, 3]
                      texts: ["1", "2"]
                      native: [{numeric: [">", 0]}, {anything-but: [1, 2]}, null]
                      nested: {size: [1, 2]}
                      $or: [{a: [1, 2]}, {b: [x]}]
            """);

    EventSourceSpec source = program.eventSources().getFirst();
    assertThat(source.eventBusName()).isEqualTo("bus");
    assertThat(source.eventPattern().get("version")).isEqualTo(List.of(1L, 2L));
    Map<?, ?> detail = (Map<?, ?>) source.eventPattern().get("detail");
    assertThat(detail.get("value")).isEqualTo(range(50L, 999.5));
    assertThat(detail.get("descending")).isEqualTo(List.of(2L, 1L));
    assertThat(detail.get("three")).isEqualTo(List.of(1L, 2L, 3L));
    assertThat(detail.get("texts")).isEqualTo(List.of("1", "2"));
    assertThat(detail.get("native"))
        .isEqualTo(
            Arrays.asList(
                Map.of("numeric", List.of(">", 0L)),
                Map.of("anything-but", List.of(1L, 2L)),
                null));
    assertThat(detail.get("nested")).isEqualTo(Map.of("size", range(1L, 2L)));
    assertThat(detail.get("$or"))
        .isEqualTo(List.of(Map.of("a", range(1L, 2L)), Map.of("b", List.of("x"))));
  }

  private static Object range(Object low, Object high) {
    return List.of(Map.of("numeric", List.of(">=", low, "<=", high)));
  }

  @Test
  void aMarketplaceDeviatesByKeyAndById() {
    Program program =
        loaded(
            SMALL
                + """
                filterChain:
                  - {filterId: often, type: business-rule, order: 1, parameters: {minViewCount: 3, requireActive: true}}
                  - {filterId: trust, type: trust, order: 2}
                marketplaceOverrides:
                  NO:
                    candidateTTLDays: 3
                    filterChain:
                      - {filterId: often, parameters: {minViewCount: 5}}
                      - {filterId: cap, type: frequency-cap, order: 3, parameters: {max: 1}}
                """);

    Program norway = program.forMarketplace("NO");
    assertThat(program.forMarketplace("US")).isSameAs(program);
    assertThat(norway.candidateTTLDays()).isEqualTo(3);
    assertThat(norway.version()).isEqualTo(program.version());
    assertThat(norway.filterChain())
        .extracting(FilterSpec::filterId)
        .containsExactly("often", "trust", "cap");
    assertThat(norway.filterChain().getFirst().parameters())
        .isEqualTo(Map.of("minViewCount", 5, "requireActive", true));
    assertThat(program.filterChain().getFirst().parameters())
        .isEqualTo(Map.of("minViewCount", 3, "requireActive", true));
  }

  @Test
  void anchorsAndMergeKeysSpareRepetition() {
    Program program =
        loaded(
            SMALL
                + """
                channels:
                  - channelId: a
                    type: sms
                    config: &text {message: m, delayHours: 1}
                  - channelId: b
                    type: sms
                    config: {<<: *text, delayHours: 2}
                """);

    assertThat(program.channels())
        .extracting(ChannelSpec::config)
        .containsExactly(
            new SampleExtensions.Sms(Optional.of(1), "m", false),
            new SampleExtensions.Sms(Optional.of(2), "m", false));
  }

  @Test
  void theVersionFollowsTheContentAndNotItsLayout() {
    String version = loaded(SMALL).version();

    assertThat(version).matches("[0-9a-f]{16}");
    assertThat(
            loaded("# a comment\n" + SMALL.replace("programName: P", "programName:   \"P\""))
                .version())
        .isEqualTo(version);
    assertThat(loaded(SMALL + "owner: a\n").version()).isNotEqualTo(version);
    assertThat(loaded("owner: a\n" + SMALL).version())
        .isEqualTo(loaded(SMALL + "owner: a\n").version());
  }

  @Test
  void aFileThatIsNotUtf8NamesTheByte() {
    byte[] content = (SMALL + "owner: Stra\u00dfe\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(texts(LOADER.load("p.yaml", content)))
        .containsExactly(
            "p.yaml:5: not UTF-8: the byte at offset %d begins no character; save the file as UTF-8"
                .formatted(SMALL.length() + "owner: Stra".length()));
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    assertThat(loaded("\uFEFF" + SMALL).programId()).isEqualTo("p");
  }

  @Test
  void aFileBeyondAnyReasonIsNotRead() {
    byte[] content = ("owner: " + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);

    assertThat(texts(LOADER.load("p.yaml", content)))
        .containsExactly("p.yaml: longer than 1048576 bytes; split it into smaller files");
  }

  @Test
  void aFileThatIsNotThereAndAFolderAreSaidToBe() {
    assertThat(texts(LOADER.load(folder.resolve("no.yaml"))))
        .containsExactly(folder.resolve("no.yaml") + ": no such file; name a program's YAML file");
    assertThat(texts(LOADER.load(folder)))
        .containsExactly(folder + ": a directory, not a file; name a YAML file in it");
  }

  @Test
  void anExtensionThatThrowsIsNamedAndTheRestIsStillChecked() {
    ExtensionFactory<Object> broken =
        new SampleExtensions.Plain<>(
            "broken",
            new ConfigShape<>(
                List.of(),
                _ -> {
                  throw new IllegalStateException("oops");
                }));
    Extensions all = SampleExtensions.all();
    Extensions extensions =
        new Extensions(
            all.connectors(),
            ExtensionRegistry.of(List.of(broken)),
            all.scoringProviders(),
            all.channels());
    String yaml = SMALL + "filterChain: [{filterId: f, type: broken, order: 1}]\nowner: 3\n";

    assertThat(
            texts(
                new ProgramLoader(extensions)
                    .load("p.yaml", yaml.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(
            "p.yaml:5: filterChain[0].parameters: the extension 'broken' ("
                + "com.ceap.model.program.SampleExtensions$Plain) failed:"
                + " java.lang.IllegalStateException: oops; report it to its author",
            "p.yaml:6: owner: must be text, was 3; put it in quotes");
  }

  @Test
  void aProblemsValueStaysOnOneLine() {
    String yaml = SMALL + "enabled: \"a\\nb" + "c".repeat(100) + "\"\n";

    assertThat(texts(LOADER.load("p.yaml", yaml.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(
            "p.yaml:5: enabled: must be true or false, was 'a b"
                + "c".repeat(57)
                + "…'; write true or false");
  }

  @Test
  void whoNeedsAProgramAtOnceGetsAllProblemsInOneError() {
    LoadResult invalid =
        BrokenProgramsTest.load("programId: p\nprogramName: P\nmarketplaces: []\n");

    assertThatThrownBy(invalid::orElseThrow)
        .isInstanceOfSatisfying(
            CeapException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.PROGRAM_INVALID))
        .hasMessage(
            """
            p.yaml:1: dataConnectors: the program has neither dataConnectors nor eventSources; \
            name at least one source of candidates
            p.yaml:3: marketplaces: no marketplace; name at least one, such as US""");
  }

  @Test
  void programsSideBySideNeedIdsOfTheirOwn() throws IOException {
    Path first = Files.writeString(folder.resolve("a.yaml"), SMALL);
    Path second = Files.writeString(folder.resolve("b.yml"), SMALL);
    Files.writeString(folder.resolve(".hidden.yaml"), SMALL);

    List<Path> files = ProgramDirectory.files(folder);
    List<ProgramFile> loaded = new ProgramDirectory(LOADER).load(files);

    assertThat(files).containsExactly(first, second);
    assertThat(loaded.getFirst().result()).isInstanceOf(LoadResult.Loaded.class);
    assertThat(texts(loaded.getLast().result()))
        .containsExactly(
            second
                + ": programId: the program 'p' stands in "
                + first
                + " already; give each its own id");
  }

  @Test
  void templatesAreNoPrograms() throws IOException {
    Path program = Files.writeString(folder.resolve("templates.yaml"), SMALL);
    Path template = Files.createDirectories(folder.resolve("shop/templates/cart/texts"));
    Files.writeString(template.resolve("en.yaml"), "subject: Hello");

    assertThat(ProgramDirectory.files(folder)).containsExactly(program);
  }

  private static List<String> texts(LoadResult result) {
    return BrokenProgramsTest.texts(result);
  }

  private static Program loaded(String yaml) {
    LoadResult result = LOADER.load("p.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(texts(result)).isEmpty();
    return ((LoadResult.Loaded) result).program();
  }
}
