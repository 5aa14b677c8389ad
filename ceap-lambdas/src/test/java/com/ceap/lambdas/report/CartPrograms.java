package com.ceap.lambdas.report;

import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.ExitEvent;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of carts, as far as jobs and reports go. */
public final class CartPrograms {
  private CartPrograms() {}

  public static Program carts(String... channels) {
    return new Program(
        "carts",
        "Carts & <Co>",
        "v1",
        true,
        Optional.empty(),
        List.of("US"),
        "cart",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(channels).stream().map(id -> new ChannelSpec(id, id, true, 1, false, "")).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DeliveryRules.DEFAULT,
        ExitEvent.OF_CARTS,
        Optional.empty(),
        7,
        0.5,
        0,
        Map.of());
  }
}
