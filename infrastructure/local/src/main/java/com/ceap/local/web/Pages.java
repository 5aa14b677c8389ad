package com.ceap.local.web;

import com.ceap.local.http.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages as answers. What they show is personal, and links to them are keys: nothing is kept by
 * caches, no address goes to other sites, no script runs, and no other site frames them.
 */
final class Pages {
  private static final String HTML = "text/html; charset=utf-8";
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "X-Robots-Tag",
          "noindex, nofollow",
          "Cache-Control",
          "no-store");

  private final PageTemplates templates;

  Pages(PageTemplates templates) {
    this.templates = templates;
  }

  Answer page(int status, String template, String title, Map<String, Object> model) {
    return new Answer(status, HTML, templates.render(template, title, model), HEADERS);
  }

  /** A page of a few sentences. */
  Answer note(int status, String title, String... lines) {
    return page(status, "note", title, Map.of("lines", List.of(lines)));
  }

  Answer notAllowed(String methods) {
    Answer page = note(405, "Not here", "This page takes " + methods + ".");
    return new Answer(page.status(), page.contentType(), page.body(), with("Allow", methods));
  }

  Answer style() {
    return new Answer(
        200, "text/css; charset=utf-8", PageTemplates.style(), with("Cache-Control", "no-cache"));
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put(name, value);
    return headers;
  }
}
