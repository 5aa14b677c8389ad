package com.ceap.filters.builtin;

import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.CustomerLedger;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * At most so many messages of the program and channel to a customer in a rolling window that ends
 * now. A customer at the cap is rejected altogether, not only on that channel; a candidate that
 * does not go out on the channel is none of the cap's business.
 *
 * @param channel a channel id or a channel type; empty counts all channels together
 */
record MessageCap(Optional<String> channel, int max, Duration window) {
  static final String REACHED = "FREQUENCY_CAP_REACHED";

  Check check(Chunk chunk, Program program) {
    String programId = program.programId();
    Set<String> capped =
        channel.map(name -> new ProgramChannels(program).named(name)).orElse(Set.of());
    Instant since = chunk.now().minus(window);
    Function<Candidate, CustomerLedger> ledgers = chunk.ledgers();
    return candidate ->
        concerns(candidate, capped)
            ? verdict(sends(ledgers.apply(candidate), programId, capped, since))
            : Verdict.pass();
  }

  private boolean concerns(Candidate candidate, Set<String> capped) {
    if (channel.isEmpty()) {
      return true;
    }
    for (String id : candidate.channels()) {
      if (capped.contains(id)) {
        return true;
      }
    }
    return false;
  }

  /** A message exactly as old as the window no longer counts. */
  private int sends(CustomerLedger ledger, String programId, Set<String> capped, Instant since) {
    int count = 0;
    for (CustomerLedger.Send send : ledger.sends()) {
      if (send.programId().equals(programId)
          && send.at().isAfter(since)
          && (channel.isEmpty() || capped.contains(send.channel()))) {
        count++;
      }
    }
    return count;
  }

  private Verdict verdict(int sent) {
    return sent < max
        ? Verdict.pass()
        : Verdict.reject(
            REACHED,
            sent
                + channel.map(name -> " " + name).orElse("")
                + " messages in "
                + window.toHours()
                + " hours reach the cap of "
                + max);
  }
}
