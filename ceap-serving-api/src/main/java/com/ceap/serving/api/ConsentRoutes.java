package com.ceap.serving.api;

import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.serving.http.Call;
import com.ceap.serving.http.JsonBody;
import com.ceap.serving.http.Parameter;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.LedgerRepository;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What customers agree to. It is written to the ledger, which every showing and every sending asks:
 * once the call has answered, nothing pending goes out any more.
 */
final class ConsentRoutes {
  private static final String PATH = "/v1/customers/{customerId}/consent";
  private static final int MOST = 50;

  private final LedgerRepository ledgers;
  private final Function<String, Optional<Program>> programs;
  private final InstantSource clock;

  ConsentRoutes(
      LedgerRepository ledgers, Function<String, Optional<Program>> programs, InstantSource clock) {
    this.ledgers = ledgers;
    this.programs = programs;
    this.clock = clock;
  }

  List<Route> routes() {
    List<Parameter<?>> path = List.of(Inputs.CUSTOMER_ID);
    return List.of(
        new Route("GET", PATH, Inputs.OWN_CUSTOMER, path, List.of(), this::get),
        new Route("PUT", PATH, Inputs.OWN_CUSTOMER, path, List.of(), this::put));
  }

  private Reply get(Call call) {
    return reply(ledgers.find(call.path().get(Inputs.CUSTOMER_ID)));
  }

  private Reply put(Call call) {
    String customerId = call.path().get(Inputs.CUSTOMER_ID);
    List<Consent> consents =
        JsonBody.read(
            call.request(),
            body -> body.objects("consents", MOST, entry -> consent(customerId, entry)));
    Instant now = clock.instant();
    ledgers.update(
        customerId,
        _ ->
            new LedgerChange<>(
                true,
                consents.stream()
                    .map(consent -> (LedgerEntry) new LedgerEntry.Consented(consent, now))
                    .toList()));
    return reply(ledgers.find(customerId));
  }

  private Consent consent(String customerId, JsonBody entry) {
    String program = entry.like(Inputs.PROGRAM).orElse(Consent.ALL);
    String channel = entry.like(Inputs.CHANNEL).orElse(Consent.ALL);
    boolean optedOut = entry.flag("optedOut");
    if (!program.equals(Consent.ALL)) {
      check(program, channel, entry);
    }
    return new Consent(customerId, program, channel, optedOut);
  }

  /** A misspelt name would leave the customer believing what is not so. */
  private void check(String programId, String channel, JsonBody entry) {
    Optional<Program> program = programs.apply(programId);
    if (program.isEmpty()) {
      entry.fault("program", "program must be \"all\" or the id of a program");
      return;
    }
    TreeSet<String> known = new TreeSet<>();
    known.add(Consent.ALL);
    program.get().channels().stream()
        .flatMap((ChannelSpec c) -> Stream.of(c.channelId(), c.type()))
        .forEach(known::add);
    if (!known.contains(channel)) {
      entry.fault("channel", "channel must be one of " + String.join(", ", known));
    }
  }

  private static Reply reply(CustomerLedger ledger) {
    List<OptOut> optOuts =
        ledger.optOuts().stream()
            .sorted(Comparator.comparing(OptOut::programId).thenComparing(OptOut::channel))
            .toList();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("customerId", ledger.customerId());
          out.writeArrayFieldStart("optOuts");
          for (OptOut optOut : optOuts) {
            out.writeStartObject();
            out.writeStringField("program", optOut.programId());
            out.writeStringField("channel", optOut.channel());
            out.writeEndObject();
          }
          out.writeEndArray();
          suppressions(ledger.suppressions(), out);
          out.writeEndObject();
        });
  }

  private static void suppressions(List<Suppression> suppressions, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart("suppressions");
    for (Suppression suppression : suppressions) {
      out.writeStartObject();
      out.writeStringField("channelType", suppression.channelType());
      out.writeStringField("reason", suppression.reason());
      out.writeStringField("at", suppression.at().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
