package com.ceap.storage;

import com.ceap.model.CustomerLedger;
import java.util.Optional;

/**
 * What may speak against a candidate.
 *
 * @param ledger that of its customer
 * @param outcome what became of it, where something did
 */
public record Standing(CustomerLedger ledger, Optional<Outcome> outcome) {}
