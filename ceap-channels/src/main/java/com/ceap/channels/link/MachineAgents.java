package com.ceap.channels.link;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells programs that look at messages from people, by what they call themselves (RFC 9110, section
 * 10.1.5). Proxies that fetch pictures when the reader opens the message, as those of Gmail and
 * Yahoo do, stand for the reader; those that fetch them on delivery do not.
 */
public final class MachineAgents {
  /** Apple's Mail Privacy Protection calls itself this and no more. */
  private static final String APPLE_PREFETCH = "mozilla/5.0";

  /** What Gmail prefetches with: a version of Edge that no reader has any more. */
  private static final Pattern GMAIL_PREFETCH =
      Pattern.compile("chrome/42\\.0\\.2311\\.135 safari/537\\.36 edge/12\\.246");

  private static final Pattern PROGRAMS =
      Pattern.compile(
          "bot\\b|crawl|spider|scan|preview|prefetch|monitor|headless|phantomjs|curl/|wget/"
              + "|python|java/|go-http-client|okhttp|libwww|httpclient|node-fetch|axios|ruby"
              + "|barracuda|proofpoint|mimecast|symantec|messagelabs|forcepoint|trendmicro|sophos"
              + "|fireeye|cloudmark|facebookexternalhit|whatsapp|telegram|slack|discord"
              + "|skypeuripreview|microsoft office|ms-office|google-safety");

  private MachineAgents() {}

  /**
   * Whether a program says that it is one.
   *
   * @param userAgent the header; empty where there was none, which no reader's program does
   */
  public static boolean isMachine(String userAgent) {
    String name = userAgent.strip().toLowerCase(Locale.ROOT);
    return name.isEmpty()
        || name.equals(APPLE_PREFETCH)
        || GMAIL_PREFETCH.matcher(name).find()
        || (PROGRAMS.matcher(name).find() && !isProxyOfReader(name));
  }

  private static boolean isProxyOfReader(String name) {
    return name.contains("googleimageproxy") || name.contains("yahoomailproxy");
  }
}
