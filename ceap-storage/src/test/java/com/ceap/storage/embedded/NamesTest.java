package com.ceap.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NamesTest {
  private final Names names = new Names();

  @Test
  void theSameBytesAreTheSameName() {
    assertThat(read("view_count")).isEqualTo("view_count").isSameAs(read("view_count"));
  }

  @Test
  void moreNamesThanThereArePlacesAreAllRead() {
    List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "name_" + i).toList();

    for (int round = 0; round < 2; round++) {
      assertThat(many.stream().map(this::read)).isEqualTo(many);
    }
  }

  @Test
  void namesBeyondAsciiAndLongOnesAreRead() {
    for (String name : List.of("größe", "価格", "\uD83D\uDED2", "", "x".repeat(500), "ÿ", "\u007f")) {
      assertThat(List.of(read(name), read(name))).containsOnly(name);
    }
  }

  private String read(String name) {
    byte[] bytes = ("<" + name + ">").getBytes(StandardCharsets.UTF_8);
    return names.of(bytes, 1, bytes.length - 2);
  }
}
