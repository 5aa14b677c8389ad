package com.ceap.lambdas.reactive;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.lambdas.candidate.ReachableChannels;
import com.ceap.lambdas.candidate.ServedMarketplaces;
import com.ceap.lambdas.events.SubjectEvent;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Rejection;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the candidate of an event. Thread-safe. */
final class EventCandidates {
  static final String STAGE = "reactive";

  private final Program program;
  private final ServedMarketplaces marketplaces;
  private final ReachableChannels channels;

  EventCandidates(Program program, ExtensionRegistry<ChannelFactory<?>> channels) {
    this.program = program;
    this.marketplaces = new ServedMarketplaces(program);
    this.channels = new ReachableChannels(program, channels);
  }

  Candidate of(SubjectEvent event, Optional<Customer> customer) {
    String marketplace = marketplaces.of(customer);
    return candidate(event, marketplace, channels.of(marketplace, customer));
  }

  /** As long as nothing is known of the customer. */
  Candidate provisional(SubjectEvent event) {
    return candidate(event, program.marketplaces().getFirst(), List.of());
  }

  private Candidate candidate(SubjectEvent event, String marketplace, List<String> channels) {
    return new Candidate(
        new CandidateKey(event.customerId(), program.programId(), marketplace, event.subject()),
        context(event.attributes()),
        event.attributes(),
        channels,
        event.at());
  }

  /** Why the program has nothing for the customer's marketplace, where it has not. */
  Optional<Rejection> refusal(Candidate candidate) {
    String marketplace = candidate.key().marketplace();
    return marketplaces.serves(marketplace)
        ? Optional.empty()
        : Optional.of(marketplaces.rejection(STAGE, marketplace));
  }

  private static Context context(Attributes attributes) {
    Map<String, String> values = new HashMap<>();
    for (String type : List.of(Context.CATEGORY, Context.REGION)) {
      if (attributes.find(type).orElse("") instanceof String value && !value.isEmpty()) {
        values.put(type, value);
      }
    }
    return values.isEmpty() ? Context.EMPTY : new Context(values);
  }
}
