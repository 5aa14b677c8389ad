package com.ceap.local.bench.functions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a function starts, in milliseconds.
 *
 * @param bytes of its zip
 * @param init from the start of its JVM until it asks for an event
 * @param answers empty where there is no sample event for it
 */
public record ColdStart(String function, long bytes, double init, Optional<Answers> answers) {
  /**
   * How it answers.
   *
   * @param first the first event after a start from cold
   * @param next the same event once more
   * @param restored the first event after a snapshot was restored
   */
  public record Answers(double first, double next, double restored) {}

  /** Until the first answer, or until it is ready where nothing is asked of it. */
  double cold() {
    return init + answers.map(Answers::first).orElse(0.0);
  }

  /** The middle one of several starts of a function, figure by figure. */
  static ColdStart median(List<ColdStart> some) {
    ColdStart one = some.getFirst();
    List<Answers> answers = some.stream().flatMap(start -> start.answers().stream()).toList();
    return new ColdStart(
        one.function(),
        one.bytes(),
        middle(some, ColdStart::init),
        answers.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Answers(
                    middle(answers, Answers::first),
                    middle(answers, Answers::next),
                    middle(answers, Answers::restored))));
  }

  private static <T> double middle(List<T> some, ToDoubleFunction<T> figure) {
    return some.stream()
        .map(figure::applyAsDouble)
        .sorted(Comparator.naturalOrder())
        .skip((some.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }
}
