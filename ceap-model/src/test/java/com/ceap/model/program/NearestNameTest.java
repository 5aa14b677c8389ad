package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({"'',abc,3", "abc,abc,0", "abc,acb,1", "abc,abd,1", "abc,ab,1", "kitten,sitting,3"})
  void editsAreInsertionsDeletionsReplacementsAndSwaps(String from, String to, int edits) {
    assertThat(NearestName.edits(from, to)).isEqualTo(edits);
    assertThat(NearestName.edits(to, from)).isEqualTo(edits);
  }

  @Test
  void caseAndSeparatorsCountForNothing() {
    assertThat(NearestName.nearest("min_view_count", List.of("minViewCounts", "minViewCount")))
        .contains("minViewCount");
  }

  @Test
  void aNameThatIsTooFarIsNotSuggested() {
    assertThat(NearestName.nearest("colour", List.of("filterId", "order"))).isEmpty();
    assertThat(NearestName.nearest("XX", List.of("MX"))).isEmpty();
    assertThat(NearestName.nearest("x".repeat(1_000), List.of("x".repeat(999)))).isEmpty();
  }
}
