package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Key;
import java.util.List;

/** The sort keys of the candidates table; what serving needs sorts first. */
final class CandidateKeys {

  static final String LEDGER = "0LEDGER";
  static final String CANDIDATE = "1CANDIDATE";
  static final String OUTCOME = "2OUTCOME";
  static final String INDEX = "3INDEX";
  static final String MESSAGE = "4MESSAGE";
  static final String ORDER = "5ORDER";
  static final String SHADOW_LEDGER = "6SHADOW";
  static final String EVENT = "7EVENT";
  static final String REJECTED = "8REJECTED";
  static final String ERASED = "9ERASED";

  private CandidateKeys() {}

  static Key ledger(String customerId) {
    return Key.of(customerId, LEDGER);
  }

  static Key candidate(CandidateKey key) {
    return Key.of(key.customerId(), CANDIDATE + '#' + identity(key));
  }

  static Key outcome(CandidateKey key) {
    return Key.of(key.customerId(), OUTCOME + '#' + identity(key));
  }

  static Key shadowLedger(String customerId) {
    return Key.of(customerId, SHADOW_LEDGER);
  }

  static Key message(String customerId, String messageId) {
    return Key.of(customerId, MESSAGE + '#' + messageId);
  }

  /** Which candidate an order converted; sorts after what serving reads. */
  static Key order(String customerId, String orderId) {
    return Key.of(customerId, ORDER + '#' + CompositeKey.of(orderId));
  }

  /** Why an event made no candidate of that key. */
  static Key rejected(CandidateKey key) {
    return Key.of(key.customerId(), REJECTED + '#' + identity(key));
  }

  /** Program, marketplace and subject. */
  static String identity(CandidateKey key) {
    Subject subject = key.subject();
    return CompositeKey.of(key.programId(), key.marketplace(), subject.type(), subject.id());
  }

  static String index(String identity, String channel) {
    return INDEX + '#' + identity + CompositeKey.of(channel);
  }

  /** The candidate of an INDEX item, or of itself. */
  static Key candidateOf(Key key) {
    return candidate(parse(key));
  }

  /** Whose candidate, outcome or index entry it is. */
  static CandidateKey parse(Key key) {
    List<String> parts = CompositeKey.parts(key.sort());
    Subject subject = new Subject(parts.get(3), parts.get(4));
    return new CandidateKey(key.partition(), parts.get(1), parts.get(2), subject);
  }
}
