package com.ceap.scoring;

import static com.ceap.scoring.Samples.candidate;
import static com.ceap.scoring.Samples.model;
import static com.ceap.scoring.Samples.row;
import static com.ceap.scoring.Samples.store;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;
import com.ceap.scoring.InMemoryFeatureStore.Read;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureAssemblerTest {
  private final InMemoryFeatureStore store = new InMemoryFeatureStore();

  @Test
  void theStoreIsReadOncePerEntityForAllModelsAndCandidates() {
    ModelSpec intent =
        model("intent", features("sensitivity", store("customer", "price_sensitivity")));
    ModelSpec affinity =
        model(
            "affinity",
            features(
                "history", store("customer", "purchase_history"),
                "rating", store("product", "rating")));

    assemble(
        List.of(intent, affinity),
        List.of(
            candidate("C1", "P1", "US", Attributes.EMPTY),
            candidate("C1", "P2", "US", Attributes.EMPTY),
            candidate("C2", "P1", "US", Attributes.EMPTY)));

    assertThat(store.reads())
        .containsExactly(
            new Read(
                "customer", Set.of("C1", "C2"), Set.of("price_sensitivity", "purchase_history")),
            new Read("product", Set.of("P1", "P2"), Set.of("rating")));
  }

  @Test
  void aModelThatNeedsNothingOfTheStoreCausesNoRead() {
    assemble(List.of(model("m", "x")), List.of(candidate("C1", Map.of("x", 1))));

    assertThat(store.reads()).isEmpty();
  }

  @Test
  void rowsHoldTheFeaturesInTheModelsOrderUnderTheModelsNamesAndShareOneSchema() {
    store.with("customer", "C1", "price_sensitivity", 0.25);
    ModelSpec model =
        model(
            "m",
            features(
                "views", row("view_count"), "sensitivity", store("customer", "price_sensitivity")));

    ChunkFeatures chunk =
        assemble(
            List.of(model),
            List.of(
                candidate("C1", Map.of("price", 9.5, "view_count", 3)),
                candidate("C1", Map.of("view_count", 4))));

    List<Attributes> rows = chunk.models().getFirst().rows();
    assertThat(rows.getFirst().asMap()).isEqualTo(Map.of("views", 3L, "sensitivity", 0.25));
    assertThat(rows.getFirst().schema().names()).containsExactly("views", "sensitivity");
    assertThat(rows.get(1).schema()).isSameAs(rows.getFirst().schema());
    assertThat(chunk.merged().getFirst()).isEqualTo(rows.getFirst());
  }

  @Test
  void aNestedMapIsHandedOverAsItIs() {
    Map<String, Object> preferences = Map.of("shoes", 0.7, "books", 0.3);
    store.with("customer", "C1", "category_preferences", preferences);
    ModelSpec model = model("m", features("prefs", store("customer", "category_preferences")));

    ChunkFeatures chunk = assemble(List.of(model), List.of(candidate("C1", Map.of())));

    assertThat(chunk.merged().getFirst().find("prefs")).contains(preferences);
  }

  @Test
  void contextIsAFeatureOfTheRow() {
    ModelSpec model =
        model("m", features("category", row("category"), "market", row("marketplace")));

    ChunkFeatures chunk = assemble(List.of(model), List.of(candidate("C1", Map.of())));

    assertThat(chunk.merged().getFirst().asMap())
        .isEqualTo(Map.of("category", "shoes", "market", "US"));
  }

  @Test
  void aDefaultStandsInWhereTheSourceHasNoValue() {
    store.with("customer", "C1", "engagement", 0.9);
    ModelSpec model =
        model(
            "m",
            features(
                "engagement", store("customer", "engagement", 0.5),
                "added", row("add_to_cart", false),
                "views", row("view_count", 3)));

    ChunkFeatures chunk =
        assemble(List.of(model), List.of(candidate("C1", Map.of()), candidate("C2", Map.of())));

    assertThat(chunk.merged().get(0).asMap())
        .isEqualTo(Map.of("engagement", 0.9, "added", false, "views", 3L));
    assertThat(chunk.merged().get(1).asMap())
        .isEqualTo(Map.of("engagement", 0.5, "added", false, "views", 3L));
  }

  @Test
  void aCandidateThatLacksARequiredFeatureIsKeptFromThisModelOnly() {
    ModelSpec needsIt = model("a", features("x", row("x"), "s", store("customer", "s")));
    ModelSpec doesNot = model("b", "x");

    ChunkFeatures chunk =
        assemble(List.of(needsIt, doesNot), List.of(candidate("C1", Map.of("x", 1))));

    assertThat(chunk.models().get(0).rows()).isEmpty();
    assertThat(chunk.models().get(0).gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.candidate()).isZero();
              assertThat(gap.verdict().filterId()).isEqualTo("score");
              assertThat(gap.verdict().reasonCode()).isEqualTo("FEATURE_MISSING");
              assertThat(gap.verdict().sentence())
                  .isEqualTo(
                      "model 'a' needs feature 's', but the feature store knows no 's' of this"
                          + " customer; give the feature a default or the model a fallback");
            });
    assertThat(chunk.models().get(1).rows()).hasSize(1);
  }

  @Test
  void aMissingAttributeIsNamedWithTheRowAsItsSource() {
    ChunkFeatures chunk =
        assemble(
            List.of(model("a", features("views", row("view_count")))),
            List.of(candidate("C1", Map.of("x", 1))));

    assertThat(chunk.models().getFirst().gaps().getFirst().verdict().sentence())
        .isEqualTo(
            "model 'a' needs feature 'views', but the row has no 'view_count'; give the feature a"
                + " default or the model a fallback");
  }

  @Test
  void oneFeatureFromTwoSourcesIsRecordedForEachModel() {
    ModelSpec a = model("a", features("x", row("x", 1L)));
    ModelSpec b = model("b", features("x", row("x", 2L)));

    ChunkFeatures chunk = assemble(List.of(a, b), List.of(candidate("C1", Map.of())));

    assertThat(chunk.merged().getFirst().asMap()).isEqualTo(Map.of("x", 1L, "b.x", 2L));
    assertThat(chunk.models().get(1).rows().getFirst().asMap()).isEqualTo(Map.of("x", 2L));
  }

  private ChunkFeatures assemble(List<ModelSpec> models, List<Candidate> candidates) {
    return new FeatureAssembler(store).assemble(new FeaturePlan(models), candidates);
  }

  private static Map<String, FeatureSource> features(Object... namesAndSources) {
    Map<String, FeatureSource> features = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSources.length; i += 2) {
      features.put((String) namesAndSources[i], (FeatureSource) namesAndSources[i + 1]);
    }
    return features;
  }
}
