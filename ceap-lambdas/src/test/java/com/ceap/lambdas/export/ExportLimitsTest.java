package com.ceap.lambdas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ExportLimitsTest {
  @Test
  void aQuarterOfAFunctionsMemoryIsForDuckDb() {
    assertThat(ExportLimits.ofFunction(4_096).memoryMb()).isEqualTo(1_024);
    assertThat(ExportLimits.ofFunction(256).memoryMb()).isEqualTo(128);
  }

  @Test
  void whatCannotBeWorkedWithIsRefused() {
    assertThatThrownBy(() -> new ExportLimits(127, 1))
        .hasMessage("DuckDB needs at least 128 MB, not 127");
    assertThatThrownBy(() -> new ExportLimits(128, 0))
        .hasMessage("a file has at least 1 row, not 0");
  }
}
