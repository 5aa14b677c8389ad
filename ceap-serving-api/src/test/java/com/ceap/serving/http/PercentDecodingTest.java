package com.ceap.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentDecodingTest {
  @ParameterizedTest
  @CsvSource({
    "abc, abc",
    "a%2Fb, a/b",
    "a%2fb, a/b",
    "%25, %",
    "%2525, %25",
    "a+b, a+b",
    "%F0%9F%9B%92, 🛒",
    "🛒, 🛒",
    "a%23%3F, a#?",
    "%2e%2e, .."
  })
  void aSegmentIsDecodedOnce(String raw, String text) {
    assertThat(PercentDecoding.segment(raw)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%1",
        "a%",
        "%zz",
        "%g0",
        "%ff",
        "%c0%80",
        "%ed%a0%80",
        "%f0%9f%9b",
        "\ud800",
        "%٣٤"
      })
  void whatIsNoUtf8IsNoText(String raw) {
    assertThat(PercentDecoding.segment(raw)).isEmpty();
    assertThat(PercentDecoding.form(raw)).isEmpty();
  }

  @Test
  void inAQueryAPlusIsABlank() {
    assertThat(PercentDecoding.form("a+b%2Bc")).contains("a b+c");
  }

  @Test
  void whatIsEncodedComesBack() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        int point = random.nextInt(Character.MAX_CODE_POINT + 1);
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        text.appendCodePoint(random.nextInt(3) == 0 && !surrogate ? point : random.nextInt(128));
      }
      String encoded = URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
      assertThat(PercentDecoding.form(encoded)).as("seed %d", seed).contains(text.toString());
      assertThat(PercentDecoding.segment(encoded.replace("+", "%20"))).contains(text.toString());
    }
  }
}
