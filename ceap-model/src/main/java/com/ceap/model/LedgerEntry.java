package com.ceap.model;

import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of a customer's ledger. Making the same change again changes nothing, so that whoever
 * makes it may repeat it.
 */
public sealed interface LedgerEntry {
  /** A message takes its unit of the caps, before it is handed over. */
  record Reserved(Send send) implements LedgerEntry {}

  /** A message surely did not go out: its unit is given back, its id stays. */
  record Released(String messageId) implements LedgerEntry {}

  /**
   * A message surely was not taken for now: its entry goes, and it may be reserved anew. Only
   * whoever made the reservation may say so, once its hand-over has ended.
   *
   * @param reservation which one is meant; a later one of the same message stays
   */
  record Withdrawn(String messageId, long reservation) implements LedgerEntry {}

  /** A journey's exit. */
  record Exited(Exit exit) implements LedgerEntry {}

  /** A purchase. */
  record Bought(Purchase purchase) implements LedgerEntry {}

  /** A kind of channel is closed for the customer. */
  record Closed(Suppression suppression) implements LedgerEntry {}

  /**
   * An opt-out or its withdrawal; of each program and channel the latest holds.
   *
   * @param at when the customer said so
   */
  record Consented(Consent consent, Instant at) implements LedgerEntry {}

  /** When what it tells of happened; empty for what only changes an entry that is there. */
  default Optional<Instant> happened() {
    return switch (this) {
      case Reserved(Send send) -> Optional.of(send.at());
      case Exited(Exit exit) -> Optional.of(exit.at());
      case Bought(Purchase purchase) -> Optional.of(purchase.at());
      case Closed(Suppression suppression) -> Optional.of(suppression.at());
      case Consented(Consent _, Instant at) -> Optional.of(at);
      case Released _, Withdrawn _ -> Optional.empty();
    };
  }
}
