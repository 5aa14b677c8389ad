package com.ceap.runtime.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does before its SnapStart snapshot is taken and after it is restored ("Lambda
 * SnapStart runtime hooks" in the Lambda developer guide). Thread-safe.
 */
public final class Snapshots {
  private static final FunctionLog LOG = FunctionLog.of(Snapshots.class);

  private final AwsClients clients;
  private final List<Runnable> before = new CopyOnWriteArrayList<>();
  private final List<Runnable> after = new CopyOnWriteArrayList<>();
  private final Hooks hooks = new Hooks();

  Snapshots(AwsClients clients) {
    this.clients = clients;
    // The context holds them weakly; whoever holds a client holds them too.
    Core.getGlobalContext().register(hooks);
  }

  /**
   * Adds what touches the way that requests go, so that its classes are loaded and its code is warm
   * in the snapshot. It must only read, and keep nothing that differs from one instance to the
   * next. Where it fails the snapshot is colder, and the log says so.
   */
  public void prime(Runnable reading) {
    before.add(reading);
  }

  /** As {@link #prime(Runnable)}, for each by itself: one that fails keeps no other from it. */
  public <T> void primeEach(Supplier<? extends Collection<T>> all, Consumer<T> reading) {
    prime(() -> all.get().forEach(one -> attempt(() -> reading.accept(one))));
  }

  /** Adds what is done as soon as an instance is restored. */
  public void afterRestore(Runnable work) {
    after.add(work);
  }

  private static void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      LOG.error("priming failed", e, Map.of());
    }
  }

  private final class Hooks implements Resource {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
      clients.priming(() -> before.forEach(Snapshots::attempt));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
      after.forEach(Runnable::run);
    }
  }
}
