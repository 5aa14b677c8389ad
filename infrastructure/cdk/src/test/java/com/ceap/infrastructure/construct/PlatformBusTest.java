package com.ceap.infrastructure.construct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlatformBusTest {
  private static final String LONG = "a-bus-whose-name-is-longer-than-an-archive-s-may-be";

  @Test
  void anArchiveIsCalledLikeItsBus() {
    assertThat(PlatformBus.archiveName("ecommerce-platform")).isEqualTo("ecommerce-platform");
  }

  @Test
  void longNamesAreCutToWhatEventBridgeTakesAndStillToldApart() {
    assertThat(PlatformBus.archiveName(LONG + "-1"))
        .hasSizeLessThanOrEqualTo(48)
        .startsWith("a-bus-whose-name-is-longer-than-an-arch-")
        .isNotEqualTo(PlatformBus.archiveName(LONG + "-2"));
  }
}
