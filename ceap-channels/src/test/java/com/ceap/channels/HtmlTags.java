package com.ceap.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of HTML with the names of their attributes, as a browser would see them. */
final class HtmlTags {
  private static final Pattern TAG =
      Pattern.compile("<(/?[a-zA-Z!][\\w-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s=\"'/]+)(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?");

  private HtmlTags() {}

  static List<String> of(String html) {
    List<String> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      List<String> names = new ArrayList<>();
      Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
      while (attribute.find()) {
        names.add(attribute.group(1));
      }
      tags.add(tag.group(1) + names);
    }
    return tags;
  }
}
