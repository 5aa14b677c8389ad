package com.ceap.serving;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.storage.StoredCandidate;
import java.util.List;

/**
 * What may never be shown, whatever else holds: candidates that were dismissed, consumed, converted
 * or exited, whose subject was bought since, or that no channel may carry any more.
 */
record Visibility(ChannelTypes channels) {
  /** The prospect with the channels that may carry it; with none where it may not be shown. */
  Open open(Prospect prospect) {
    boolean ended = prospect.outcome().isPresent() || over(prospect);
    return new Open(prospect, ended ? List.of() : channels(prospect));
  }

  private List<String> channels(Prospect prospect) {
    return prospect.stored().decision().candidate().channels().stream()
        .filter(channel -> open(prospect.ledger(), prospect.key(), channel))
        .toList();
  }

  private static boolean over(Prospect prospect) {
    StoredCandidate stored = prospect.stored();
    CustomerLedger ledger = prospect.ledger();
    return ledger.exit(prospect.key(), stored.decision().candidate().eventTime()).isPresent()
        || ledger.purchasedSince(prospect.key().subject(), stored.storedAt()).isPresent();
  }

  /** An opt-out may name the channel or its type, a suppression names the type. */
  private boolean open(CustomerLedger ledger, CandidateKey key, String channel) {
    return channels
        .type(key, channel)
        .filter(type -> !ledger.optedOut(key.programId(), channel))
        .filter(type -> !ledger.optedOut(key.programId(), type))
        .filter(type -> ledger.suppression(type).isEmpty())
        .isPresent();
  }
}
