package com.ceap.lambdas.etl;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.RawRecord;
import com.ceap.model.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {
  private static final AttributeSchema SCHEMA =
      new AttributeSchema(
          List.of("customer_id", "product_id", "view_count", "price", "add_to_cart"));

  @Test
  void theOrderOfTheInputDoesNotMatter() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<RawRecord> rows = rows(random, random.nextInt(60));
      Set<Attributes> expected = survivors(rows);
      Collections.shuffle(rows, random);
      assertThat(survivors(rows)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void eachCustomerAndSubjectSurvivesOnceAndNoneIsLost() {
    for (long seed = 0; seed < 200; seed++) {
      List<RawRecord> rows = rows(new Random(seed), 50);
      Deduplicator deduplicator = new Deduplicator("product_id");
      rows.forEach(deduplicator::add);
      Set<List<Object>> pairs = new HashSet<>();
      rows.forEach(row -> pairs.add(pair(row)));
      assertThat(deduplicator.survivors().stream().map(DeduplicatorTest::pair))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(pairs);
      assertThat(deduplicator.duplicates()).isEqualTo(50 - pairs.size());
    }
  }

  @Test
  void theMoreEngagedRecordSurvives() {
    Deduplicator deduplicator = new Deduplicator("product_id");
    deduplicator.add(row("C1", "P1", 3L, 10.0, true));
    deduplicator.add(row("C1", "P1", 7L, 9.0, false));
    deduplicator.add(row("C1", "P1", 5L, 99.0, true));
    assertThat(deduplicator.survivors())
        .extracting(row -> row.attributes().integer("view_count").orElseThrow())
        .containsExactly(7L);
  }

  @Test
  void idsThatOnlyTogetherLookAlikeStayApart() {
    Deduplicator deduplicator = new Deduplicator("product_id");
    deduplicator.add(row("C1", "0P", 3L, 1.0, true));
    deduplicator.add(row("C10", "P", 3L, 1.0, true));
    assertThat(deduplicator.survivors()).hasSize(2);
  }

  private static Set<Attributes> survivors(List<RawRecord> rows) {
    Deduplicator deduplicator = new Deduplicator("product_id");
    rows.forEach(deduplicator::add);
    Set<Attributes> set = new HashSet<>();
    deduplicator.survivors().forEach(row -> set.add(row.attributes()));
    return set;
  }

  private static List<Object> pair(RawRecord row) {
    return List.of(row.attributes().raw(0), row.attributes().raw(1));
  }

  private static List<RawRecord> rows(Random random, int count) {
    List<RawRecord> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          row(
              "C" + random.nextInt(4),
              "P" + random.nextInt(4),
              random.nextInt(5) == 0 ? null : (long) random.nextInt(3),
              random.nextInt(5) == 0 ? null : (double) random.nextInt(3),
              random.nextBoolean()));
    }
    return rows;
  }

  private static RawRecord row(Object... values) {
    return new RawRecord(new Attributes(SCHEMA, values), new SourcePosition("test", 1));
  }
}
