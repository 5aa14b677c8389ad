package com.ceap.channels.template;

/**
 * A template as one recipient reads it.
 *
 * @param subject one line
 * @param html the HTML part, complete
 * @param text the plain part
 */
public record RenderedTemplate(String subject, String html, String text) {
  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "RenderedTemplate";
  }
}
