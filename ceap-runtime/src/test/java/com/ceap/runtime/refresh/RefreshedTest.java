package com.ceap.runtime.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RefreshedTest {
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private int loads;
  private boolean down;
  private final List<RuntimeException> told = new ArrayList<>();
  private final Refreshed<String> value = refreshed(_ -> "value " + loads);

  @Test
  void aValueIsLoadedOnceForItsLife() {
    assertThat(value.get()).isEqualTo("value 1");
    now = now.plusSeconds(29);
    assertThat(value.get()).isEqualTo("value 1");
    now = now.plusSeconds(1);
    assertThat(value.get()).isEqualTo("value 2");
  }

  @Test
  void theLastOneGoesOnWhereItCannotBeLoadedAgain() {
    assertThat(value.get()).isEqualTo("value 1");
    down = true;
    now = now.plusSeconds(30);

    assertThat(value.get()).isEqualTo("value 1");
    assertThat(value.get()).as("not tried at every look").isEqualTo("value 1");
    assertThat(told).hasSize(1);

    down = false;
    now = now.plusSeconds(30);
    assertThat(value.get()).isEqualTo("value 3");
  }

  @Test
  void theFirstTimeAFailureIsThrownAndTheNextLookTriesAgain() {
    down = true;
    assertThatThrownBy(value::get).hasMessage("down");
    down = false;

    assertThat(value.get()).isEqualTo("value 2");
    assertThat(told).isEmpty();
  }

  @Test
  void anExpiredValueIsLoadedAtTheNextLook() {
    value.expire();
    assertThat(value.get()).isEqualTo("value 1");
    value.expire();

    assertThat(value.get()).isEqualTo("value 2");
  }

  @Test
  void loadingSeesTheLastValue() {
    Refreshed<String> growing = refreshed(last -> last.orElse("") + "x");

    assertThat(growing.get()).isEqualTo("x");
    growing.expire();
    assertThat(growing.get()).isEqualTo("xx");
  }

  private Refreshed<String> refreshed(Function<Optional<String>, String> load) {
    return new Refreshed<>(
        Duration.ofSeconds(30),
        () -> now,
        last -> {
          loads++;
          if (down) {
            throw new IllegalStateException("down");
          }
          return load.apply(last);
        },
        told::add);
  }
}
