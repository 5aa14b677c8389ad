package com.ceap.scoring.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every scoring provider must do. */
public interface ScoringProviderContract {
  AttributeSchema SCHEMA = new AttributeSchema(List.of("x", "y"));

  /** A model of the features {@code x} (0 to 1) and {@code y} (a flag), growing in {@code x}. */
  ScoringProvider provider();

  @Test
  default void thereIsOneAnswerForEachRowInTheRowsOrder() {
    List<Attributes> rows = rows(ScoringProvider.MAX_ROWS);

    List<ModelAnswer> answers = provider().score(rows);

    assertThat(answers).hasSize(rows.size());
    assertThat(answers).extracting(ModelAnswer::score).isSorted();
    assertThat(answers.getFirst().score()).isLessThan(answers.getLast().score());
  }

  @Test
  default void noRowsHaveNoAnswers() {
    assertThat(provider().score(List.of())).isEmpty();
  }

  @Test
  default void aRowsAnswerDoesNotDependOnItsNeighbours() {
    long seed = 20261120;
    List<Attributes> rows = rows(101);
    List<ModelAnswer> together = provider().score(rows);
    int cut = new SplittableRandom(seed).nextInt(1, rows.size());
    List<ModelAnswer> apart = new ArrayList<>(provider().score(rows.subList(0, cut)));
    apart.addAll(provider().score(rows.subList(cut, rows.size())));

    assertThat(apart).as("seed %d, cut at %d", seed, cut).isEqualTo(together);
  }

  @Test
  default void severalThreadsGetTheAnswersOfOne() throws Exception {
    ScoringProvider provider = provider();
    List<Attributes> rows = rows(200);
    List<ModelAnswer> alone = provider.score(rows);
    Callable<List<ModelAnswer>> call = () -> provider.score(rows);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<ModelAnswer>> answers : threads.invokeAll(Collections.nCopies(8, call))) {
        assertThat(answers.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  default void aNumberThatIsNoneIsTheRowsFault() {
    Attributes broken = new Attributes(SCHEMA, new Object[] {Double.NaN, true});

    assertThatThrownBy(() -> provider().score(List.of(broken)))
        .isInstanceOfSatisfying(
            CeapException.class,
            e -> {
              assertThat(e.category()).isEqualTo(ErrorCategory.INVALID_INPUT);
              assertThat(e).hasMessageContaining("'x'").hasMessageContaining("NaN");
            });
  }

  private static List<Attributes> rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Attributes(SCHEMA, new Object[] {i / (double) count, true}))
        .toList();
  }
}
