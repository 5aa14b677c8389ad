package com.ceap.channels.builtin;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bare e-mail address in ASCII: {@code local@domain} of RFC 5321, without a display name, quotes
 * or comments. Domains of other scripts are written in Punycode; local parts of other scripts are
 * refused, since SES takes ASCII there.
 */
record EmailAddress(String text) {
  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL = 64;

  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

  // java.net.IDN maps these to others (IDNA 2003): the mail would go to somebody else's domain.
  private static final Pattern MAPPED_AWAY = Pattern.compile("[ßẞς\\u200C\\u200D]");

  /** Empty where the text is no such address. */
  static Optional<EmailAddress> parse(String text) {
    String address = text.strip();
    int at = address.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL || !LOCAL.matcher(address.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return domain(address.substring(at + 1))
        .map(domain -> address.substring(0, at + 1) + domain)
        .filter(whole -> whole.length() <= MAX_LENGTH)
        .map(EmailAddress::new);
  }

  private static Optional<String> domain(String domain) {
    return ascii(domain).filter(name -> DOMAIN.matcher(name).matches());
  }

  private static Optional<String> ascii(String domain) {
    // Punycode stays Punycode only where it is well-formed.
    if (domain.chars().allMatch(c -> c < 0x80) && !domain.contains("xn--")) {
      return Optional.of(domain);
    }
    if (MAPPED_AWAY.matcher(domain).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "EmailAddress";
  }
}
