package com.ceap.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int MANY = 50_000;

  @Test
  void aDrawDependsOnSeedStreamAndIndexAlone() {
    long drawn = new Draws(1, Draws.Stream.VISIT, 5).next();
    assertThat(new Draws(1, Draws.Stream.VISIT, 5).next()).isEqualTo(drawn);
    assertThat(new Draws(2, Draws.Stream.VISIT, 5).next()).isNotEqualTo(drawn);
    assertThat(new Draws(1, Draws.Stream.CART, 5).next()).isNotEqualTo(drawn);
    assertThat(new Draws(1, Draws.Stream.VISIT, 6).next()).isNotEqualTo(drawn);
  }

  @Test
  void normalsHaveMeanZeroAndVarianceOne() {
    double[] drawn =
        IntStream.range(0, MANY)
            .mapToDouble(i -> new Draws(1, Draws.Stream.VISIT, i).normal())
            .toArray();
    double mean = IntStream.range(0, MANY).mapToDouble(i -> drawn[i]).average().orElseThrow();
    double square =
        IntStream.range(0, MANY).mapToDouble(i -> drawn[i] * drawn[i]).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.02));
    assertThat(square).isCloseTo(1, within(0.03));
  }

  @Test
  void poissonHasItsMean() {
    double mean =
        IntStream.range(0, MANY)
            .map(i -> new Draws(1, Draws.Stream.VISIT, i).poisson(4))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(4, within(0.05));
  }
}
