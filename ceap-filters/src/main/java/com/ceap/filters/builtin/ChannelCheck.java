package com.ceap.filters.builtin;

import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.CustomerLedger;
import java.util.ArrayList;
import java.util.List;

/** Keeps the channels that the customer has not opted out of. */
record ChannelCheck(ProgramChannels program) {
  private static final Verdict NONE =
      Verdict.reject("NO_CHANNEL", "no channel of the program reaches the customer");

  Verdict verdict(Candidate candidate, CustomerLedger ledger) {
    List<String> channels = candidate.channels();
    if (channels.isEmpty()) {
      return NONE;
    }
    if (ledger.optOuts().isEmpty()) {
      return Verdict.pass();
    }
    List<String> left = new ArrayList<>(channels);
    left.removeIf(channel -> program.optedOut(ledger, channel));
    if (left.isEmpty()) {
      return Verdict.reject(
          "OPTED_OUT", "the customer opted out of " + String.join(", ", channels));
    }
    return left.size() == channels.size() ? Verdict.pass() : new Verdict.PassOn(left);
  }
}
