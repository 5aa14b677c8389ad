package com.ceap.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueBandTest {
  @ParameterizedTest
  @CsvSource({
    "-3, 0-50",
    "0, 0-50",
    "49.99, 0-50",
    "50, 50-100",
    "150, 100-200",
    "999.99, 500-1000",
    "1000, 1000+",
    "999999, 1000+"
  })
  void aValueOnTheBorderBelongsToTheUpperBand(double value, String band) {
    assertThat(ValueBand.of(value)).isEqualTo(band);
  }
}
