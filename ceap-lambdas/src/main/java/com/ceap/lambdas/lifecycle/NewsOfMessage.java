package com.ceap.lambdas.lifecycle;

import com.ceap.channels.link.MachineAgents;
import com.ceap.lambdas.events.Feedback;
import com.ceap.lambdas.events.Reader;
import com.ceap.model.Identifiers;
import com.ceap.storage.MessageEvent;
import com.ceap.storage.MessageRepository;
import com.ceap.storage.MessageTracking;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what is said of a message that is recorded: what was reported and when, which stands
 * whatever the order, and the state that it is in. What only a person does moves it only where a
 * person did it.
 */
record NewsOfMessage(MessageRepository messages) {
  private static final int LINK_DIGITS = 8;

  /** As {@code Links} writes them. */
  private static final Pattern OUR_LINK =
      Pattern.compile("/([cpuo])/[A-Za-z0-9]{1,8}\\.[A-Za-z0-9_-]{22,}$");

  /** Whether it says something new. */
  boolean take(Feedback feedback, Optional<String> reason) {
    return switch (feedback.kind()) {
      case OPENED -> opened(feedback);
      case CLICKED -> clicked(feedback);
      case DELIVERED -> noted(feedback, MessageEvent.DELIVERED, reason);
      case BOUNCED_TRANSIENTLY, BOUNCED_PERMANENTLY, REJECTED ->
          noted(feedback, MessageEvent.BOUNCED, reason);
      case COMPLAINED -> noted(feedback, MessageEvent.COMPLAINED, reason);
      case OPTED_OUT -> noted(feedback, MessageEvent.UNSUBSCRIBED, reason);
      case ACCEPTED -> moved(feedback, reason);
    };
  }

  private boolean opened(Feedback feedback) {
    return new MessageTracking(messages)
        .opened(feedback.customerId(), feedback.messageId(), byMachine(feedback), feedback.at());
  }

  private boolean clicked(Feedback feedback) {
    return link(feedback)
        .map(
            link ->
                new MessageTracking(messages)
                    .clicked(
                        feedback.customerId(),
                        feedback.messageId(),
                        link,
                        byMachine(feedback),
                        feedback.at()))
        .orElse(false);
  }

  /** Which link was followed; empty for one that the serving API has answered and kept itself. */
  private static Optional<String> link(Feedback feedback) {
    Optional<String> address = feedback.reader().flatMap(Reader::link);
    Matcher ours = OUR_LINK.matcher(address.orElse(""));
    if (ours.find()) {
      return ours.group(1).equals("c") ? Optional.of("cart") : Optional.empty();
    }
    return Optional.of(
        address.map(url -> Identifiers.hash(url).substring(0, LINK_DIGITS)).orElse("app"));
  }

  /** Who says nothing of the reader's program speaks of an app, which people open. */
  private static boolean byMachine(Feedback feedback) {
    return feedback
        .reader()
        .flatMap(Reader::userAgent)
        .filter(MachineAgents::isMachine)
        .isPresent();
  }

  private boolean noted(Feedback feedback, MessageEvent event, Optional<String> reason) {
    boolean noted =
        messages.note(feedback.customerId(), feedback.messageId(), event, feedback.at());
    return moved(feedback, reason) || noted;
  }

  private boolean moved(Feedback feedback, Optional<String> reason) {
    return messages.advance(
        feedback.customerId(),
        feedback.messageId(),
        feedback.kind().state(),
        feedback.at(),
        reason);
  }
}
