package com.ceap.lambdas.channel;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.SendCap;
import com.ceap.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One case of {@code decisions.txt}: what is on the ledger, and what it says about message {@code
 * m} of program {@code p} on channel {@code mail} of type {@code email}, whose journey about cart
 * {@code K} began an hour ago.
 */
record DecisionCase(String name, CustomerLedger ledger, List<SendCap> caps, String expected) {
  static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  static final Instant SINCE = NOW.minus(Duration.ofHours(1));
  static final CandidateKey KEY = new CandidateKey("C1", "p", "US", new Subject("cart", "K"));

  /** Reads {@code name | what is on the ledger, by commas | caps, by commas | decision}. */
  static DecisionCase read(String line) {
    List<String> part = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    List<OptOut> optOuts = new ArrayList<>();
    List<Suppression> closed = new ArrayList<>();
    List<Exit> exits = new ArrayList<>();
    List<Send> sends = new ArrayList<>();
    for (List<String> words : phrases(part.get(1))) {
      switch (words.getFirst()) {
        case "opted-out" -> optOuts.add(new OptOut(words.get(1), words.get(2)));
        case "closed" -> closed.add(new Suppression(words.get(1), "BOUNCED", NOW));
        case "exit" -> exits.add(exit(words));
        case "sent" -> sends.add(send(words));
        default -> throw new IllegalArgumentException("no such entry: " + words);
      }
    }
    CustomerLedger ledger = new CustomerLedger("C1", 41, optOuts, closed, exits, List.of(), sends);
    return new DecisionCase(
        part.get(0),
        ledger,
        phrases(part.get(2)).stream().map(DecisionCase::cap).toList(),
        part.get(3));
  }

  Decision decide() {
    return new DeliveryPolicy(
            List.of(new Topic(KEY, SINCE, false)),
            "m",
            "mail",
            "email",
            caps,
            Duration.ofMinutes(5))
        .decide(ledger, NOW);
  }

  private static List<List<String>> phrases(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(phrase -> !phrase.isEmpty())
        .map(phrase -> List.of(phrase.split(" +", -1)))
        .toList();
  }

  /** {@code exit PROGRAM CART|any AGO}. */
  private static Exit exit(List<String> words) {
    Optional<Subject> subject =
        Optional.of(words.get(2))
            .filter(id -> !id.equals("any"))
            .map(id -> new Subject("cart", id));
    return new Exit(words.get(1), subject, "OrderPlaced", ago(words.get(3)));
  }

  /** {@code sent MESSAGE PROGRAM CHANNEL TYPE AGO LEASE|released}. */
  private static Send send(List<String> words) {
    Instant at = ago(words.get(5));
    boolean released = words.get(6).equals("released");
    Instant lease = released ? at : at.plus(Duration.parse("PT" + words.get(6)));
    return new Send(words.get(1), at, words.get(2), words.get(3), words.get(4), lease, released, 7);
  }

  /** {@code MAX per WINDOW of PROGRAM|all on CHANNEL|all}. */
  private static SendCap cap(List<String> words) {
    return new SendCap(
        set(words.get(4)),
        set(words.get(6)),
        Integer.parseInt(words.get(0)),
        Duration.parse("PT" + words.get(2)));
  }

  private static Set<String> set(String word) {
    return word.equals("all") ? Set.of() : Set.of(word);
  }

  private static Instant ago(String text) {
    return NOW.minus(Duration.parse("PT" + text));
  }

  @Override
  public String toString() {
    return name;
  }
}
