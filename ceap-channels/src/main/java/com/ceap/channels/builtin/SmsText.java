package com.ceap.channels.builtin;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text as the mobile network sends it. In the GSM 7-bit alphabet (3GPP TS 23.038) one message
 * holds 160 characters and each of several parts 153; as soon as one character is not in it, the
 * whole text goes as UCS-2 with 70 and 67. Characters of the extension table count twice, and
 * neither they nor surrogate pairs are split between two parts.
 *
 * @param segments how many parts are billed, at least 1
 */
record SmsText(String text, Encoding encoding, int segments) {
  enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int single;
    private final int part;

    Encoding(int single, int part) {
      this.single = single;
      this.part = part;
    }
  }

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  // What looks the same in the alphabet, and would make a text of 160 characters three messages.
  private static final Map<Character, String> LOOKALIKES =
      Map.of(
          '\u00A0', " ", '\u202F', " ", '‘', "'", '’', "'", '“', "\"", '”', "\"", '–', "-", '—',
          "-", '…', "...");

  /** Counts a text. Typographic marks become plain ones where that alone makes it GSM 7-bit. */
  static SmsText of(String text) {
    String plain = plain(text);
    boolean gsm = plain.codePoints().allMatch(SmsText::isGsm);
    String sent = gsm ? plain : text;
    Encoding encoding = gsm ? Encoding.GSM_7 : Encoding.UCS_2;
    return new SmsText(sent, encoding, segments(sent, encoding));
  }

  private static String plain(String text) {
    return text.chars()
        .mapToObj(c -> LOOKALIKES.getOrDefault((char) c, String.valueOf((char) c)))
        .collect(Collectors.joining());
  }

  private static boolean isGsm(int codePoint) {
    return BASIC.indexOf(codePoint) >= 0 || EXTENSION.indexOf(codePoint) >= 0;
  }

  private static int segments(String text, Encoding encoding) {
    int whole = text.codePoints().map(codePoint -> units(codePoint, encoding)).sum();
    if (whole <= encoding.single) {
      return 1;
    }
    int segments = 1;
    int used = 0;
    for (int units : text.codePoints().map(c -> units(c, encoding)).toArray()) {
      if (used + units > encoding.part) {
        segments++;
        used = 0;
      }
      used += units;
    }
    return segments;
  }

  private static int units(int codePoint, Encoding encoding) {
    return switch (encoding) {
      case GSM_7 -> EXTENSION.indexOf(codePoint) >= 0 ? 2 : 1;
      case UCS_2 -> Character.charCount(codePoint);
    };
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "SmsText[" + encoding + ", " + segments + "]";
  }
}
