package com.ceap.channels.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.builtin.SmsText.Encoding;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
  /** Each row: pieces of a text with how often each stands there, the encoding, the parts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a*1               | GSM_7 | 1
          a*160             | GSM_7 | 1
          a*161             | GSM_7 | 2
          a*306             | GSM_7 | 2
          a*307             | GSM_7 | 3
          a*459             | GSM_7 | 3
          a*460             | GSM_7 | 4
          €*80              | GSM_7 | 1
          €*81              | GSM_7 | 2
          a*158 €*1         | GSM_7 | 1
          a*159 €*1         | GSM_7 | 2
          a*152 €*1 a*152   | GSM_7 | 3
          a*151 €*1 a*153   | GSM_7 | 2
          [*76 {*4          | GSM_7 | 1
          [*76 {*5          | GSM_7 | 2
          é*160             | GSM_7 | 1
          ç*1               | UCS_2 | 1
          Ç*160             | GSM_7 | 1
          あ*70             | UCS_2 | 1
          あ*71             | UCS_2 | 2
          あ*134            | UCS_2 | 2
          あ*135            | UCS_2 | 3
          a*160 あ*1        | UCS_2 | 3
          😀*35             | UCS_2 | 1
          😀*36             | UCS_2 | 2
          あ*66 😀*1 あ*66  | UCS_2 | 3
          あ*65 😀*1 あ*67  | UCS_2 | 2
          م*71              | UCS_2 | 2
          """)
  void partsAreCountedAsTheNetworkDoes(String pieces, Encoding encoding, int segments) {
    StringBuilder text = new StringBuilder();
    for (String piece : pieces.split(" +", -1)) {
      text.append(piece.split("\\*", 2)[0].repeat(Integer.parseInt(piece.split("\\*", 2)[1])));
    }
    SmsText sms = SmsText.of(text.toString());
    assertThat(sms.encoding()).isEqualTo(encoding);
    assertThat(sms.segments()).isEqualTo(segments);
    assertThat(sms.text()).isEqualTo(text.toString());
  }

  @Test
  void everyCharacterOfTheAlphabetIsOne() {
    String alphabet = "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà";
    assertThat(SmsText.of(alphabet).encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(SmsText.of("^{}\\[~]|€").encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(SmsText.of("`").encoding()).isEqualTo(Encoding.UCS_2);
  }

  @Test
  void typographicMarksBecomePlainOnesWhereThatSavesParts() {
    SmsText sms = SmsText.of("Zoë O’Brien – 12,50\u00A0€ “now”…");
    assertThat(sms.encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(sms.text()).isEqualTo("Zoë O’Brien – 12,50\u00A0€ “now”…");
    SmsText plain = SmsText.of("Sean O’Brien – 12,50\u00A0€ “now”…");
    assertThat(plain.encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(plain.text()).isEqualTo("Sean O'Brien - 12,50 € \"now\"...");
  }

  /** A text that grows never takes fewer parts, and never more than its units allow. */
  @Test
  void moreTextTakesNoFewerParts() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    String[] pieces = {"a", "€", "é", "あ", "😀", "[", " "};
    for (int i = 0; i < 200; i++) {
      boolean wide = random.nextBoolean();
      StringBuilder text = new StringBuilder(wide ? "あ" : "a");
      int before = 1;
      for (int j = 0; j < 300; j++) {
        String piece = pieces[random.nextInt(pieces.length)];
        text.append(!wide && "あ😀".contains(piece) ? "b" : piece);
        SmsText sms = SmsText.of(text.toString());
        int least = sms.encoding() == Encoding.UCS_2 ? (text.length() + 69) / 70 : 1;
        assertThat(sms.segments())
            .as("seed %d, text %d, length %d", seed, i, text.length())
            .isBetween(Math.max(before, least), before + 1);
        before = sms.segments();
      }
    }
  }
}
