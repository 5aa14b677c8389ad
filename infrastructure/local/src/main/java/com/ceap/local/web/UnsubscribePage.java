package com.ceap.local.web;

import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.lambdas.journey.PublishedPrograms;
import com.ceap.local.http.Answer;
import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.LedgerEntry;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.LedgerRepository;
import java.time.InstantSource;
import java.util.Map;

/**
 * The way out of a program's messages on a channel. Looking at it changes nothing; POST does, also
 * the one that a mail program makes by itself (RFC 8058), and is answered without a redirect.
 */
record UnsubscribePage(
    Pages pages, LedgerRepository ledgers, PublishedPrograms programs, InstantSource clock) {

  Answer ask(Unsubscribe link) {
    return isOut(ledgers.find(link.customerId()), link)
        ? done(link)
        : pages.page(
            200,
            "unsubscribe",
            "Unsubscribe?",
            Map.of("sentence", "You would get no more %s.".formatted(messages(link))));
  }

  Answer confirm(Unsubscribe link) {
    ledgers.update(link.customerId(), ledger -> optOut(ledger, link));
    return done(link);
  }

  private LedgerChange<Boolean> optOut(CustomerLedger ledger, Unsubscribe link) {
    Consent out = new Consent(link.customerId(), link.programId(), link.channel(), true);
    return isOut(ledger, link)
        ? LedgerChange.none(false)
        : LedgerChange.of(true, new LedgerEntry.Consented(out, clock.instant()));
  }

  private static boolean isOut(CustomerLedger ledger, Unsubscribe link) {
    return ledger.optedOut(link.programId(), link.channel());
  }

  private Answer done(Unsubscribe link) {
    return pages.note(200, "You are unsubscribed", "You get no more %s.".formatted(messages(link)));
  }

  /** Such as {@code e-mails of "Abandoned Cart Recovery"}. */
  private String messages(Unsubscribe link) {
    return programs
        .newest(link.programId())
        .map(program -> kind(program, link.channel()) + " of “" + program.programName() + "”")
        .orElse("of these messages");
  }

  private static String kind(Program program, String channel) {
    String type =
        program.channels().stream()
            .filter(spec -> spec.channelId().equals(channel))
            .map(ChannelSpec::type)
            .findFirst()
            .orElse("");
    return switch (type) {
      case "email" -> "e-mails";
      case "sms" -> "text messages";
      case "push" -> "notifications";
      default -> "messages";
    };
  }
}
