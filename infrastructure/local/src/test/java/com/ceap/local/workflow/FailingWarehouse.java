package com.ceap.local.workflow;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A warehouse that refuses the rows of some chunks, for some time. */
final class FailingWarehouse implements Warehouse {
  private record Refusal(ErrorCode code, AtomicInteger left) {}

  private final Warehouse warehouse;
  private final Map<Integer, Refusal> ordered = new ConcurrentHashMap<>();
  private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

  FailingWarehouse(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Refuses the rows of a chunk so many times. */
  void refuse(int chunk, ErrorCode code, int times) {
    ordered.put(chunk, new Refusal(code, new AtomicInteger(times)));
  }

  @Override
  public Unloaded unload(Query query) {
    Unloaded answer = warehouse.unload(query);
    ordered.forEach(
        (chunk, refusal) ->
            answer.locations().get(chunk).forEach(location -> refusals.put(location, refusal)));
    return answer;
  }

  @Override
  public Rows rows(String location) {
    Refusal refusal = refusals.get(location);
    if (refusal != null && refusal.left().getAndDecrement() > 0) {
      throw new CeapException(refusal.code(), "these rows cannot be read now");
    }
    return warehouse.rows(location);
  }
}
