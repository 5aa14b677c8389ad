package com.ceap.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeKeyTest {

  private static final String ALPHABET = "ab#%25é𝄞|/ ";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyPartsComeBackAndDifferentPartsNeverMeet(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      List<String> a = parts(random);
      List<String> b = parts(random);
      String keyA = CompositeKey.of(a.toArray(String[]::new));
      String keyB = CompositeKey.of(b.toArray(String[]::new));
      assertThat(CompositeKey.parts(keyA)).as("seed %d", seed).isEqualTo(a);
      assertThat(keyA.equals(keyB)).as("seed %d: %s, %s", seed, a, b).isEqualTo(a.equals(b));
      assertThat(keyA.startsWith(keyB)).as("seed %d", seed).isEqualTo(startsWith(a, b));
    }
  }

  @Test
  void aPrefixOfWholePartsNeverReachesALongerId() {
    assertThat(CompositeKey.of("3INDEX", "C10")).doesNotStartWith(CompositeKey.of("3INDEX", "C1"));
    assertThat(CompositeKey.of("a#b")).isEqualTo("a%23b#");
  }

  @Test
  void whatWasNotComposedHereIsRefused() {
    assertThatThrownBy(() -> CompositeKey.parts("a#b")).hasMessage("a composed key ends in '#'");
    assertThatThrownBy(() -> CompositeKey.parts("a%20#"))
        .hasMessage("a composed key escapes only %25 and %23");
  }

  private static boolean startsWith(List<String> longer, List<String> prefix) {
    return prefix.size() <= longer.size() && longer.subList(0, prefix.size()).equals(prefix);
  }

  private static List<String> parts(SplittableRandom random) {
    return random.ints(random.nextInt(1, 4), 0, 3).mapToObj(n -> text(random, n)).toList();
  }

  private static String text(SplittableRandom random, int length) {
    int[] points = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
