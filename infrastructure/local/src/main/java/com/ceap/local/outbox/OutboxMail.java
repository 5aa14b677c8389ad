package com.ceap.local.outbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * An e-mail of the outbox as a mail program reads it.
 *
 * @param headers decoded, in the file's order
 * @param text the plain part
 */
record OutboxMail(Map<String, String> headers, String text) {
  OutboxMail {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static OutboxMail read(Path eml) {
    try (InputStream in = Files.newInputStream(eml)) {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
      return new OutboxMail(headers(mail), plain(mail.getContent()));
    } catch (MessagingException e) {
      throw new IllegalStateException(eml + " is no e-mail", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + eml, e);
    }
  }

  private static Map<String, String> headers(MimeMessage mail)
      throws MessagingException, IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : Collections.list(mail.getAllHeaders())) {
      String line = MimeUtility.unfold(header.getValue());
      headers.put(header.getName(), MimeUtility.decodeText(line));
    }
    return headers;
  }

  private static String plain(Object content) throws MessagingException, IOException {
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType("text/plain")) {
          return lines(part.getContent());
        }
      }
      return "";
    }
    return lines(content);
  }

  /** As this machine ends lines, not as mail does. */
  private static String lines(Object text) {
    return text.toString().replace("\r\n", "\n");
  }

  /** What people want to see of the headers, in this order. */
  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String name :
        List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Unsubscribe",
            "List-Unsubscribe-Post")) {
      if (headers.containsKey(name)) {
        shown.put(name, headers.get(name));
      }
    }
    return shown;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "OutboxMail" + headers.keySet();
  }
}
