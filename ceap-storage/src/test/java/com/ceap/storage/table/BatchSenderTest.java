package com.ceap.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSenderTest {

  private final List<Duration> pauses = new ArrayList<>();
  private final BatchSender sender = new BatchSender(25, 5, pauses::add, new SplittableRandom(7));

  @Test
  void onlyWhatCameBackUnprocessedIsSentAgain() {
    Map<Integer, Integer> sent = new HashMap<>();
    List<Integer> sizes = new ArrayList<>();
    List<Integer> entries = IntStream.range(0, 60).boxed().toList();
    sender.send(
        entries,
        batch -> {
          sizes.add(batch.size());
          batch.forEach(entry -> sent.merge(entry, 1, Integer::sum));
          return batch.stream().filter(e -> e % 10 == 0 && sent.get(e) < 3).toList();
        },
        "writes");
    assertThat(sizes).containsExactly(25, 25, 10, 6, 6);
    entries.forEach(e -> assertThat(sent.get(e)).isEqualTo(e % 10 == 0 ? 3 : 1));
    assertThat(pauses).hasSize(2).allMatch(p -> p.toMillis() <= 100);
  }

  @Test
  void whatStaysUnprocessedFailsTheCallWithItsCount() {
    List<Integer> entries = IntStream.range(0, 60).boxed().toList();
    assertThatThrownBy(
            () ->
                sender.send(
                    entries,
                    batch -> batch.stream().filter(e -> e < 2).toList(),
                    "writes to table candidates"))
        .isInstanceOf(CeapException.class)
        .hasMessage(
            "2 of 60 writes to table candidates stayed unprocessed after 5 tries;"
                + " the others are done")
        .extracting(e -> ((CeapException) e).code())
        .isEqualTo(ErrorCode.STORE_THROTTLED);
    assertThat(pauses.getLast()).isLessThanOrEqualTo(Duration.ofMillis(400));
  }
}
