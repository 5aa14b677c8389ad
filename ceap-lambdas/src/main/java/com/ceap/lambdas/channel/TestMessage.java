package com.ceap.lambdas.channel;

import com.ceap.channels.spi.Composition;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.port.ProductCatalog;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.storage.StoredCandidate;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Composes a message for somebody to look at: no ledger is asked, and its links lead to nobody's
 * opt-out, since the customer behind it goes by another id.
 */
public record TestMessage(
    Composers composers,
    ProductCatalog catalog,
    Function<Program, IntFunction<String>> offerCodes) {
  /** Who stands in for the customer. */
  public static final String RECIPIENT = "test-recipient";

  /**
   * A message about some candidates.
   *
   * @param stored what it is about, the best first, at least one
   * @param reader the customer with the address of whoever looks at it
   */
  public Composition compose(
      Program program,
      ChannelSpec channel,
      List<StoredCandidate> stored,
      Customer reader,
      String messageId,
      Instant now) {
    List<StoredCandidate> disguised = stored.stream().map(TestMessage::disguised).toList();
    return composers
        .of(program, channel)
        .compose(
            new Contents(catalog, offerCodes, DeliverySettings.DEFAULT.offerLife())
                .of(messageId, program, disguised, reader, now));
  }

  private static StoredCandidate disguised(StoredCandidate stored) {
    ScoredCandidate decision = stored.decision();
    Candidate candidate = decision.candidate();
    CandidateKey key = candidate.key();
    Candidate anonymous =
        new Candidate(
            new CandidateKey(RECIPIENT, key.programId(), key.marketplace(), key.subject()),
            candidate.context(),
            candidate.attributes(),
            candidate.channels(),
            candidate.eventTime());
    return new StoredCandidate(
        new ScoredCandidate(
            anonymous,
            decision.features(),
            decision.scores(),
            decision.score(),
            decision.discountPercent()),
        stored.runId(),
        stored.businessDate(),
        stored.storedAt(),
        stored.expires());
  }
}
