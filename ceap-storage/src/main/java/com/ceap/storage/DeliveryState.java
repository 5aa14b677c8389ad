package com.ceap.storage;

import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Message;
import com.ceap.storage.ControlRepository.Pauses;
import java.util.Optional;

/**
 * All that the store knows of one message that is due, of one moment.
 *
 * @param candidate what it would be about; empty where it never was or has expired
 * @param outcome what became of the candidate
 * @param shadowLedger what would have been sent in shadow mode
 * @param message its record, where it was dealt with before
 */
public record DeliveryState(
    Optional<StoredCandidate> candidate,
    Optional<Outcome> outcome,
    CustomerLedger ledger,
    CustomerLedger shadowLedger,
    Optional<Message> message,
    Optional<Customer> customer,
    Pauses pauses) {}
