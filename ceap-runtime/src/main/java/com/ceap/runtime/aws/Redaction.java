package com.ceap.runtime.aws;

import java.util.regex.Pattern;

/**
 * Takes what may be personal out of a text, as a net below the rule that nobody logs any: addresses
 * of mail, phone numbers, and tokens of links.
 */
final class Redaction {
  private static final Pattern MAIL = Pattern.compile("[^\\s\"'<>,;:=(]+@[^\\s\"'<>,;:)]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}\\b");
  private static final Pattern TOKEN = Pattern.compile("/(u|c|p)/[A-Za-z0-9._-]{16,}");

  private Redaction() {}

  static String of(String text) {
    String mails = MAIL.matcher(text).replaceAll("(mail)");
    String phones = PHONE.matcher(mails).replaceAll("(phone)");
    return TOKEN.matcher(phones).replaceAll("/$1/(token)");
  }
}
