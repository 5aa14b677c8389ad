package com.ceap.storage.table;

import com.ceap.model.error.CeapException;
import java.util.function.Function;
import java.util.function.Supplier;

/** How one of several independent calls ended. */
public sealed interface Attempt<T> {

  /** The store has answered. */
  record Answered<T>(T answer) implements Attempt<T> {}

  /** The call failed: whether it was made, nobody knows. */
  record Failed<T>(CeapException why) implements Attempt<T> {}

  /** Makes a call. */
  static <T> Attempt<T> of(Supplier<T> call) {
    try {
      return new Answered<>(call.get());
    } catch (CeapException e) {
      return new Failed<>(e);
    }
  }

  /** The same with another answer. */
  default <R> Attempt<R> map(Function<T, R> to) {
    return switch (this) {
      case Answered<T>(T answer) -> new Answered<>(to.apply(answer));
      case Failed<T>(CeapException why) -> new Failed<>(why);
    };
  }
}
