package com.ceap.lambdas.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CustomerSketchTest {
  private static final int CUSTOMERS = 20_000;

  @Test
  void itKnowsEveryCustomerOfItsFileAndHardlyAnybodyElse() throws IOException {
    CustomerSketch sketch = CustomerSketch.ofAtMost(CUSTOMERS);
    IntStream.range(0, CUSTOMERS).forEach(i -> sketch.add("C" + i));

    byte[] written = written(sketch);
    CustomerSketch read = CustomerSketch.read(new ByteArrayInputStream(written)).orElseThrow();

    assertThat(written).hasSizeLessThanOrEqualTo(CUSTOMERS * 20 / 8 + 16);
    assertThat(IntStream.range(0, CUSTOMERS).allMatch(i -> read.mayHoldAny(List.of("C" + i))))
        .isTrue();
    long strangers =
        IntStream.range(0, 100_000).filter(i -> read.mayHoldAny(List.of("D" + i))).count();
    assertThat(strangers).isLessThan(50);
    assertThat(read.mayHoldAny(List.of("D1", "Zoë", "C7"))).isTrue();
  }

  @Test
  void nobodyIsInOneOfNobody() throws IOException {
    CustomerSketch empty = CustomerSketch.ofAtMost(0);
    byte[] written = written(empty);
    assertThat(CustomerSketch.read(new ByteArrayInputStream(written)).orElseThrow())
        .returns(false, sketch -> sketch.mayHoldAny(List.of("C1")));
    assertThat(CustomerSketch.read(new ByteArrayInputStream(new byte[] {9, 0}))).isEmpty();
  }

  private static byte[] written(CustomerSketch sketch) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sketch.writeTo(out);
    return out.toByteArray();
  }
}
