package com.ceap.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.Rejection;
import com.ceap.model.program.ExtensionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What each filter type decides, case by case. */
class FilterCasesTest {
  private static final ExtensionRegistry<FilterFactory<?>> FILTERS =
      ExtensionRegistry.load(FilterFactory.class);

  @Test
  void everyFilterTypeIsFoundOnTheClassPath() {
    assertThat(FILTERS.types())
        .containsExactly("business-rule", "eligibility", "frequency-cap", "geographic", "trust");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void aFilterDecidesAsItsCaseFileSays(String type, String name, FilterCase one) {
    FilterFactory<?> factory = FILTERS.find(type).orElseThrow();
    FilterResult result =
        filter(factory, one).apply(List.of(one.candidate()), one.known().at(Samples.NOW));
    switch (one.expected()) {
      case String text when text.equals("pass") ->
          assertThat(result.passed()).containsExactly(one.candidate());
      case Map<?, ?> verdict when verdict.containsKey("channels") ->
          assertThat(result.passed().getFirst().channels()).isEqualTo(verdict.get("channels"));
      case Map<?, ?> verdict ->
          assertThat(result.rejected().getFirst().rejection()).isEqualTo(rejection(type, verdict));
      default -> fail("case '%s' expects %s, which means nothing", name, one.expected());
    }
  }

  private static Rejection rejection(String type, Map<?, ?> verdict) {
    return new Rejection(type, (String) verdict.get("reason"), (String) verdict.get("sentence"));
  }

  private static <C> Filter filter(FilterFactory<C> factory, FilterCase one) {
    C parameters = Parameters.read(factory.shape(), one.parameters());
    return factory.create(factory.type(), parameters, Samples.program());
  }

  static Stream<Arguments> cases() {
    return FILTERS.types().stream()
        .flatMap(type -> read(type).map(one -> Arguments.of(type, one.name(), one)));
  }

  private static Stream<FilterCase> read(String type) {
    try (InputStream file = FilterCasesTest.class.getResourceAsStream("cases/" + type + ".yaml")) {
      assertThat(file).as("filter type %s needs a case file", type).isNotNull();
      List<Map<String, Object>> cases = new Yaml().load(file);
      return cases.stream().map(FilterCase::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
