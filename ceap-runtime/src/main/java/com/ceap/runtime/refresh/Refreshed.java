package com.ceap.runtime.refresh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value that is loaded when it is first asked for, and again once its life is over. While it is
 * loaded again, and where that fails, everybody goes on with the last one. Thread-safe.
 */
public final class Refreshed<T> implements Supplier<T> {
  private final Duration life;
  private final InstantSource clock;
  private final Function<Optional<T>, T> load;
  private final Consumer<RuntimeException> failed;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile State<T> state = new Unread<>();

  private sealed interface State<T> {}

  private record Unread<T>() implements State<T> {}

  private record Held<T>(T value, Instant until) implements State<T> {}

  /**
   * A value that nobody has asked for yet.
   *
   * @param life how long it is used before it is loaded again
   * @param load given the last value where there is one; may answer just that
   * @param failed learns why a value could not be loaded again
   */
  public Refreshed(
      Duration life,
      InstantSource clock,
      Function<Optional<T>, T> load,
      Consumer<RuntimeException> failed) {
    this.life = life;
    this.clock = clock;
    this.load = load;
    this.failed = failed;
  }

  /** The value; the first time, what keeps it from being loaded is thrown. */
  @Override
  public T get() {
    return switch (state) {
      case Unread<T> _ -> first();
      case Held<T> held when clock.instant().isBefore(held.until()) -> held.value();
      case Held<T> held -> again(held);
    };
  }

  /** Ends the present value's life, as where much time may have passed unseen. */
  public void expire() {
    loading.lock();
    try {
      if (state instanceof Held<T> held) {
        state = new Held<>(held.value(), Instant.MIN);
      }
    } finally {
      loading.unlock();
    }
  }

  private T first() {
    loading.lock();
    try {
      return state instanceof Held<T> held ? held.value() : hold(load.apply(Optional.empty()));
    } finally {
      loading.unlock();
    }
  }

  private T again(Held<T> last) {
    if (!loading.tryLock()) {
      return last.value();
    }
    try {
      // Another thread may have been quicker.
      return state instanceof Held<T> held && clock.instant().isBefore(held.until())
          ? held.value()
          : hold(load.apply(Optional.of(last.value())));
    } catch (RuntimeException e) {
      failed.accept(e);
      return hold(last.value());
    } finally {
      loading.unlock();
    }
  }

  private T hold(T value) {
    state = new Held<>(value, clock.instant().plus(life));
    return value;
  }
}
