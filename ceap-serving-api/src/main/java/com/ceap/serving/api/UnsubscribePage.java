package com.ceap.serving.api;

import com.ceap.serving.http.Reply;

/** The pages behind an unsubscribe link. They load nothing and name nobody. */
final class UnsubscribePage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>{title}</title>
      <style>
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem }
      button { font: inherit; padding: .6rem 1.2rem }
      </style>
      </head>
      <body>
      <main>
      <h1>{title}</h1>
      {content}
      </main>
      </body>
      </html>
      """;

  private UnsubscribePage() {}

  static Reply question(String program, String channel) {
    return page(
        200,
        "Unsubscribe",
        """
        <p>You will get no more messages of <b>%s</b> by %s.</p>
        <form method="post"><button type="submit">Unsubscribe</button></form>"""
            .formatted(escape(program), escape(channel)));
  }

  static Reply confirmation(String program, String channel) {
    return page(
        200,
        "Unsubscribed",
        "<p>You get no more messages of <b>%s</b> by %s.</p>"
            .formatted(escape(program), escape(channel)));
  }

  static Reply unknown() {
    return page(
        404,
        "This link does not work",
        "<p>It is not complete. Copy it whole from the message, or answer the message.</p>");
  }

  private static Reply page(int status, String title, String content) {
    return Reply.html(status, PAGE.replace("{title}", title).replace("{content}", content))
        .with(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
        .with("referrer-policy", "no-referrer");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
