package com.ceap.lambdas.lifecycle;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.Conversion;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in the store for a customer, without what may differ: the number of writes, their
 * order, and which of several reasons closed a channel first.
 */
record EndState(
    Set<OptOut> optOuts,
    Set<String> closed,
    Set<Exit> exits,
    Set<Purchase> purchases,
    Set<Send> sends,
    Map<CandidateKey, Outcome> outcomes,
    Map<CandidateKey, Conversion> conversions,
    Map<String, MessageState> messages) {
  static EndState of(Shop shop, String customer) {
    CustomerLedger ledger = shop.ledger(customer);
    CustomerCandidates stored = shop.candidates(customer);
    return new EndState(
        Set.copyOf(ledger.optOuts()),
        ledger.suppressions().stream()
            .map(Suppression::channelType)
            .collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(ledger.exits()),
        Set.copyOf(ledger.purchases()),
        Set.copyOf(ledger.sends()),
        stored.outcomes(),
        stored.conversions(),
        shop.stores.messages().ofCustomer(customer).stream()
            .collect(Collectors.toUnmodifiableMap(Message::messageId, Message::state)));
  }
}
