package com.ceap.channels.local;

import com.ceap.channels.spi.EmailMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/**
 * An e-mail as a file that mail programs open (RFC 5322, MIME). The same message, the same file.
 */
final class MailFile {
  private static final String UTF_8 = "UTF-8";
  private static final String DOMAIN = "outbox.invalid";

  private MailFile() {}

  /**
   * The file's content.
   *
   * @param from who it is from
   */
  static byte[] of(EmailMessage message, InternetAddress from, Instant at) {
    try {
      MimeMessage mail = new Identified(message.messageId());
      mail.setFrom(from);
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to()));
      mail.setSubject(message.subject(), UTF_8);
      mail.setSentDate(Date.from(at));
      for (var header : message.headers().entrySet()) {
        mail.setHeader(header.getKey(), header.getValue());
      }
      mail.setContent(
          new Alternatives(
              message.messageId(), part(message.text(), "plain"), part(message.html(), "html")));
      mail.saveChanges();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      mail.writeTo(out);
      return out.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("a composed e-mail is always one that can be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException("an e-mail is written to memory", e);
    }
  }

  /**
   * Who mails are from.
   *
   * @throws IllegalArgumentException where it is no address, with or without a name
   */
  static InternetAddress sender(String text) {
    try {
      InternetAddress sender = new InternetAddress(text, true);
      // Read from plain text, a name of other letters has yet to be encoded.
      sender.setPersonal(sender.getPersonal(), UTF_8);
      return sender;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException(
          "the sender must be written Example Shop <shop@example.com>, was '" + text + "'", e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** The parts of which a mail program shows the last that it can. */
  private static final class Alternatives extends MimeMultipart {
    private Alternatives(String messageId, MimeBodyPart... parts) throws MessagingException {
      super("alternative", parts);
      ParameterList boundary = new ParameterList();
      // The library's own boundary is a new one each time.
      boundary.set("boundary", "=_" + messageId);
      contentType = new ContentType("multipart", "alternative", boundary).toString();
    }
  }

  /** A mail whose id follows from the message's. */
  private static final class Identified extends MimeMessage {
    private final String messageId;

    private Identified(String messageId) {
      super(Session.getInstance(new Properties()));
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + messageId + "@" + DOMAIN + ">");
    }
  }
}
