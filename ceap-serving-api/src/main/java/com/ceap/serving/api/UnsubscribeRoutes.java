package com.ceap.serving.api;

import com.ceap.model.Consent;
import com.ceap.model.LedgerEntry;
import com.ceap.model.program.Program;
import com.ceap.serving.http.Access;
import com.ceap.serving.http.Call;
import com.ceap.serving.http.Parameter;
import com.ceap.serving.http.ProblemException;
import com.ceap.serving.http.ProblemType;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.LedgerRepository;
import com.ceap.storage.MessageEvent;
import com.ceap.storage.MessageRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The links in messages that lead out. Looking at one changes nothing, since mail scanners follow
 * every link; a post does, from the page's form or from a mail program's own button (RFC 8058).
 */
final class UnsubscribeRoutes {
  private static final String PATH = "/u/{token}";

  private final UnsubscribeTokens tokens;
  private final LedgerRepository ledgers;
  private final MessageRepository messages;
  private final Function<String, Optional<Program>> programs;
  private final InstantSource clock;

  UnsubscribeRoutes(
      UnsubscribeTokens tokens,
      LedgerRepository ledgers,
      MessageRepository messages,
      Function<String, Optional<Program>> programs,
      InstantSource clock) {
    this.tokens = tokens;
    this.ledgers = ledgers;
    this.messages = messages;
    this.programs = programs;
    this.clock = clock;
  }

  List<Route> routes() {
    List<Parameter<?>> path = List.of(Inputs.TOKEN);
    return List.of(
        new Route("GET", PATH, Access.EVERYBODY, path, List.of(), this::ask),
        new Route("POST", PATH, Access.EVERYBODY, path, List.of(), this::end));
  }

  private Reply ask(Call call) {
    return verified(call)
        .map(wanted -> UnsubscribePage.question(name(wanted), wanted.channel()))
        .orElseGet(() -> unknown(call));
  }

  private Reply end(Call call) {
    return verified(call).map(this::end).orElseGet(() -> unknown(call));
  }

  private Reply end(Unsubscription wanted) {
    Consent consent = new Consent(wanted.customerId(), wanted.programId(), wanted.channel(), true);
    ledgers.update(
        wanted.customerId(),
        _ -> LedgerChange.of(true, new LedgerEntry.Consented(consent, clock.instant())));
    wanted
        .messageId()
        .ifPresent(
            id ->
                messages.note(wanted.customerId(), id, MessageEvent.UNSUBSCRIBED, clock.instant()));
    return UnsubscribePage.confirmation(name(wanted), wanted.channel());
  }

  private Optional<Unsubscription> verified(Call call) {
    return tokens.verify(call.path().get(Inputs.TOKEN));
  }

  private String name(Unsubscription wanted) {
    return programs.apply(wanted.programId()).map(Program::programName).orElse(wanted.programId());
  }

  /** People get a page, programs a problem. */
  private static Reply unknown(Call call) {
    if (call.request().header("accept").filter(types -> types.contains("text/html")).isPresent()) {
      return UnsubscribePage.unknown();
    }
    throw new ProblemException(
        ProblemType.NOT_FOUND, "this link is not complete; copy it whole from the message");
  }
}
