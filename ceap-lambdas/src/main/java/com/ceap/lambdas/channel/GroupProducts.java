package com.ceap.lambdas.channel;

import com.ceap.model.Product;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.StoredCandidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The products of a group of messages, read together once the first is asked for. */
final class GroupProducts implements Supplier<Map<String, Product>> {
  private final Contents contents;
  private final List<DeliveryState> states;
  private Optional<Map<String, Product>> read = Optional.empty();

  GroupProducts(Contents contents, List<DeliveryState> states) {
    this.contents = contents;
    this.states = states;
  }

  @Override
  public Map<String, Product> get() {
    if (read.isEmpty()) {
      read =
          Optional.of(
              contents.products(
                  states.stream()
                      .flatMap(state -> state.candidates().values().stream())
                      .map(StoredCandidate::decision)
                      .toList()));
    }
    return read.get();
  }
}
