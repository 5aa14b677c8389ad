package com.ceap.channels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void whateverBreaksALineBecomesASpace() {
    assertThat(CleanText.line(" Anna\r\nBcc: x@y.example\u2028\u0085\u000B\0Z "))
        .isEqualTo("Anna Bcc: x@y.example Z");
  }

  @Test
  void whatTurnsTheTextAroundItIsRemoved() {
    assertThat(CleanText.line("\u202Eevil\u202C \u2067x\u2069 \uFEFF\uD800")).isEqualTo("evil x");
  }

  @Test
  void namesOfAllScriptsAndEmojiStayAsTheyAre() {
    for (String name :
        new String[] {
          "محمد علي", "さくら 佐藤", "प्रिया सिंह", "Zoë O’Brien", "👩‍👩‍👧‍👦 Ana", "12,50\u00A0€"
        }) {
      assertThat(CleanText.line(name)).isEqualTo(name);
    }
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertThat(CleanText.line("abcdef", 6)).isEqualTo("abcdef");
    assertThat(CleanText.line("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(CleanText.line("abc defg", 5)).isEqualTo("abc…");
    assertThat(CleanText.line("Anna 👩‍👩‍👧‍👦!", 9)).isEqualTo("Anna…");
    assertThat(CleanText.line("e\u0301e\u0301e\u0301", 4)).isEqualTo("e\u0301…");
    assertThat(CleanText.line("a" + "\u0301".repeat(50), 4)).isEqualTo("a\u0301\u0301…");
  }

  @Test
  void whateverComesInOneCleanLineComesOut() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      String raw =
          random
              .ints(random.nextInt(40), 0, 0x11000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String line = CleanText.line(raw, 20);
      assertThat(line)
          .as("seed %d, text %d", seed, i)
          .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E]");
      assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(20);
      assertThat(CleanText.line(line, 20)).as("seed %d, text %d", seed, i).isEqualTo(line);
    }
  }
}
