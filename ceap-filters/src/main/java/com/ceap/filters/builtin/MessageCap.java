package com.ceap.filters.builtin;

import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.CustomerLedger;
import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.util.HashSet;
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
    SendCap cap = of(program);
    Function<Candidate, CustomerLedger> ledgers = chunk.ledgers();
    return candidate ->
        concerns(candidate, cap.channels())
            ? verdict(cap.taken(ledgers.apply(candidate), chunk.now()))
            : Verdict.pass();
  }

  /** The cap as delivery holds it. */
  SendCap of(Program program) {
    return new SendCap(Set.of(program.programId()), counted(program), max, window);
  }

  /** The name itself and the channels of that type. */
  private Set<String> counted(Program program) {
    if (channel.isEmpty()) {
      return Set.of();
    }
    Set<String> counted = new HashSet<>(new ProgramChannels(program).named(channel.get()));
    counted.add(channel.get());
    return counted;
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
