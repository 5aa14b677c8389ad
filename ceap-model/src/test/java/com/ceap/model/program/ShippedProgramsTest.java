package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ShippedProgramsTest {
  private static final ProgramLoader LOADER = new ProgramLoader(SampleExtensions.all());
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\\R(.*?)```");

  @ParameterizedTest
  @ValueSource(strings = {"product-recommendations", "abandoned-cart-recovery"})
  void theYamlOfTheRequirementLoadsUnchanged(String name) throws IOException {
    assertThat(BrokenProgramsTest.texts(load(name, requirement(name)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"product-recommendations", "abandoned-cart-recovery"})
  void aShippedProgramSaysAllThatTheRequirementSays(String name) throws IOException {
    // The requirement's sample leaves the time out that its flow of the batch reads.
    String asked = shipped(name).replace("category, price, timestamp\n", "category, price\n");
    Map<String, Object> shipped = new LinkedHashMap<>(new Yaml().load(asked));

    assertThat(shipped).containsAllEntriesOf(new Yaml().load(requirement(name)));
    shipped.keySet().removeAll(new Yaml().<Map<String, Object>>load(requirement(name)).keySet());
    assertThat(shipped.keySet())
        .isSubsetOf("owner", "subjectType", "marketplaceOverrides", "referenceRates");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"product-recommendations", "abandoned-cart-recovery", "examples/eshop-2008"})
  void aShippedProgramLoadsAndNamesItsSchema(String name) throws IOException {
    assertThat(BrokenProgramsTest.texts(load(name, shipped(name)))).isEmpty();
    Path file = programs().resolve(name + ".yaml");
    String schema = shipped(name).lines().findFirst().orElseThrow().split("\\$schema=", -1)[1];
    assertThat(file.resolveSibling(schema).normalize())
        .isEqualTo(programs().resolve("schema/program.schema.json"))
        .exists();
  }

  @Test
  void theSmallestCartIsWorthAboutTheSameInEveryMarketplaceWithADifferentMoney()
      throws IOException {
    Program program =
        ((LoadResult.Loaded) load("c.yaml", shipped("abandoned-cart-recovery"))).program();
    FeatureSource.Amount value =
        (FeatureSource.Amount) program.scoringModels().getFirst().features().get("cart_value");

    for (String marketplace : program.marketplaces()) {
      String currency = Marketplaces.find(marketplace).orElseThrow().currency().getCurrencyCode();
      double least =
          program.forMarketplace(marketplace).filterChain().stream()
              .filter(filter -> filter.filterId().equals("cart-value"))
              .map(filter -> ((Map<?, ?>) filter.parameters()).get("minCartValue"))
              .mapToDouble(least2 -> ((Number) least2).doubleValue())
              .findFirst()
              .orElseThrow();
      assertThat(value.rates().inBase(least, currency).orElseThrow())
          .as(marketplace)
          .isBetween(9.0, 65.0);
    }
  }

  @Test
  void theSampleProgramIsReadWithEveryValue() throws IOException {
    Program program =
        ((LoadResult.Loaded) load("p.yaml", shipped("product-recommendations"))).program();

    assertThat(program.marketplaces())
        .containsExactly("US", "UK", "DE", "FR", "JP", "IN", "BR", "AU");
    assertThat(program.filterChain().get(1).parameters())
        .isEqualTo(Map.of("minViewCount", 3, "minTimeSpent", 300));
    assertThat(program.scoringModels())
        .extracting(ModelSpec::modelId)
        .containsExactly("purchase-intent-v5", "product-affinity-v3");
    assertThat(program.batchSchedule()).contains("cron(0 2 * * ? *)");
  }

  @Test
  void theCartProgramTurnsItsRangeIntoANumericMatcher() throws IOException {
    Program program =
        ((LoadResult.Loaded) load("c.yaml", shipped("abandoned-cart-recovery"))).program();

    assertThat(program.eventSources().getFirst().eventPattern().get("detail"))
        .isEqualTo(
            Map.of("cartValue", List.of(Map.of("numeric", List.of(">=", 50L, "<=", 999_999L)))));
    assertThat(program.discountStrategy()).contains(new DiscountStrategy(true, 10, true, 20));
  }

  private static LoadResult load(String name, String yaml) {
    return LOADER.load(name, yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(programs().resolve(name + ".yaml"));
  }

  private static String requirement(String name) throws IOException {
    Path document = programs().resolveSibling("../shared/requirements/" + name + ".md").normalize();
    assumeTrue(Files.exists(document), () -> document + " is not here");
    Matcher block = BLOCK.matcher(Files.readString(document));
    assertThat(block.find()).as("a yaml block in " + document).isTrue();
    return block.group(1);
  }

  static Path programs() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("programs"))) {
      folder = folder.getParent();
    }
    return folder.resolve("programs");
  }
}
