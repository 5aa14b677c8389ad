package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.filters.spi.FilterFactory;
import com.ceap.lambdas.batch.Registries;
import com.ceap.model.SendCap;
import com.ceap.model.program.ExtensionRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProgramCapsTest {
  private final ExtensionRegistry<FilterFactory<?>> filters = Registries.load().filters();

  @Test
  void theCapsOfTheNewestVersionAreAskedAndOthersForgotten() {
    ProgramCaps caps = new ProgramCaps(filters);
    ProgramDraft draft = ProgramDraft.carts().cap(Optional.of("email"), 2, 24, "carts");
    SendCap cap = new SendCap(Set.of("carts"), Set.of("email"), 2, Duration.ofHours(24));
    assertThat(caps.of(draft.build(), "US")).containsExactly(cap);
    assertThat(caps.of(draft.version("v2").cap(Optional.empty(), 1, 1).build(), "US"))
        .containsExactly(cap, new SendCap(Set.of(), Set.of(), 1, Duration.ofHours(1)));
  }
}
