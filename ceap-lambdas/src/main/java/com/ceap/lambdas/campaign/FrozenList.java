package com.ceap.lambdas.campaign;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who is to get what and when; of one moment the best scores first. */
public record FrozenList(SortedMap<Instant, List<Recipient>> byMoment) {
  public FrozenList {
    byMoment = new TreeMap<>(byMoment);
  }

  public long recipients() {
    return byMoment.values().stream().mapToLong(List::size).sum();
  }

  public long candidates() {
    return byMoment.values().stream()
        .flatMap(List::stream)
        .mapToLong(recipient -> recipient.subjects().size())
        .sum();
  }
}
