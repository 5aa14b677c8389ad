package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.yaml.YamlReader;
import com.ceap.model.yaml.YamlReading;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds programs against the schema as an editor does. */
class ProgramSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TEXT = ProgramSchema.json(SampleExtensions.all());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

  private static final String SMALL =
      """
      programId: p
      programName: P
      marketplaces: [US]
      dataConnectors: [{connectorId: rows, type: athena, config: {table: t}}]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {"product-recommendations", "abandoned-cart-recovery", "examples/eshop-2008"})
  void theShippedProgramsFit(String name) throws IOException {
    assertThat(faults(Files.readString(ShippedProgramsTest.programs().resolve(name + ".yaml"))))
        .isEmpty();
  }

  @Test
  void aProgramWithEveryKindOfKeyFits() throws IOException {
    try (var in = ProgramSchemaTest.class.getResourceAsStream("valid-program.yaml")) {
      String withoutMerge =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("<<: *mail", "templateId: t");
      assertThat(faults(withoutMerge)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candidateTtlDays: 7",
        "candidateTTLDays: 0",
        "maxRejectRatio: 1.5",
        "enabled: yes",
        "batchSchedule: daily",
        "filterChain: [{filterId: f, type: fax, order: 1}]",
        "filterChain: [{filterId: f, type: trust}]",
        "filterChain: [{filterId: f, type: business-rule, order: 1, parameters: {minViewCont: 3}}]",
        "filterChain: [{filterId: f, type: frequency-cap, order: 1}]",
        "channels: [{channelId: c, type: email, config: {subject: s}}]",
        "channels: [{channelId: c, type: in-app, config: {sectionName: s, refreshInterval: x}}]",
        "scoringModels: [{modelId: m, endpoint: 'ftp://m', features: [price]}]",
        "scoringModels: [{modelId: m, endpoint: 'logistic://m', features: [price]}]",
        "scoringModels: [{modelId: m, endpoint: 'sagemaker://m', features: []}]",
        "selection: {top: 3, groupBy: shop}",
        "marketplaceOverrides: {XX: {}}",
        "marketplaceOverrides: {US: {programId: q}}",
        "marketplaceOverrides: {US: {filterChain: [{order: 2}]}}"
      })
  void whatTheLoaderRefusesByOneKeyTheSchemaRefusesToo(String line) {
    assertThat(BrokenProgramsTest.load(SMALL + line + "\n")).isInstanceOf(LoadResult.Invalid.class);
    assertThat(faults(SMALL + line + "\n")).isNotEmpty();
  }

  @Test
  void aKeyCarriesItsMeaningItsDefaultAndItsRange() throws IOException {
    JsonNode ratio = MAPPER.readTree(TEXT).at("/properties/maxRejectRatio");

    assertThat(ratio)
        .isEqualTo(
            MAPPER.readTree(
                """
                {"type": "number", "minimum": 0, "maximum": 1, "default": 0.05,
                 "description": "The share of unreadable rows, 0 to 1, beyond which a run fails."}
                """));
  }

  @Test
  void theSameExtensionsMakeTheSameText() {
    assertThat(ProgramSchema.json(SampleExtensions.all())).isEqualTo(TEXT).endsWith("}\n");
  }

  private static Set<ValidationMessage> faults(String yaml) {
    return switch (YamlReader.read(yaml)) {
      case YamlReading.Read read ->
          SCHEMA.validate(MAPPER.<JsonNode>valueToTree(RawValue.of(read.root())));
      case YamlReading.Unreadable unreadable ->
          throw new AssertionError(unreadable.fault().toString());
    };
  }
}
