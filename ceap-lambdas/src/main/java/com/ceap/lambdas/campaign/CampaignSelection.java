package com.ceap.lambdas.campaign;

import com.ceap.lambdas.journey.SendTime;
import com.ceap.model.Customer;
import com.ceap.model.Identifiers;
import com.ceap.model.port.CustomerDirectory;
import com.ceap.model.program.Program;
import com.ceap.storage.CandidatePage;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.Cursor;
import com.ceap.storage.StoredCandidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects what a run has stored for a channel: in score order, grouped by customer, each recipient
 * with a moment of its own. Reads only. Thread-safe.
 */
record CampaignSelection(CandidateRepository candidates, CustomerDirectory customers) {
  private static final int PAGE = 2_000;
  private static final int CUSTOMERS = 500;

  /**
   * The list of a campaign.
   *
   * @param runId only what this run has stored counts
   */
  FrozenList select(
      Program program, CampaignChannel channel, String runId, SendTime time, Instant now) {
    Shortlist shortlist = shortlist(program, channel, runId);
    Map<Instant, List<Recipient>> byMoment = new TreeMap<>();
    List<Shortlist.Draft> drafts = List.copyOf(shortlist.drafts());
    for (int from = 0; from < drafts.size(); from += CUSTOMERS) {
      List<Shortlist.Draft> some = drafts.subList(from, Math.min(drafts.size(), from + CUSTOMERS));
      Map<String, Customer> profiles =
          customers.customers(
              some.stream().map(draft -> draft.reader().customerId()).collect(Collectors.toSet()));
      for (Shortlist.Draft draft : some) {
        Shortlist.Reader reader = draft.reader();
        Optional<Customer> customer = Optional.ofNullable(profiles.get(reader.customerId()));
        Instant earliest = draft.earliest().isAfter(now) ? draft.earliest() : now;
        SendTime.Moment moment = time.next(earliest, customer, reader.marketplace());
        byMoment
            .computeIfAbsent(moment.at(), _ -> new ArrayList<>())
            .add(recipient(program, channel, draft, moment));
      }
    }
    return new FrozenList(new TreeMap<>(byMoment));
  }

  private static Recipient recipient(
      Program program, CampaignChannel channel, Shortlist.Draft draft, SendTime.Moment moment) {
    Shortlist.Reader reader = draft.reader();
    String messageId =
        Identifiers.campaignMessage(
            reader.customerId(),
            program.programId(),
            reader.marketplace(),
            channel.id(),
            moment.day());
    return new Recipient(messageId, reader.customerId(), reader.marketplace(), draft.subjects());
  }

  private Shortlist shortlist(Program program, CampaignChannel channel, String runId) {
    Shortlist shortlist = new Shortlist(program, channel);
    double minScore = lowest(program, channel);
    Cursor cursor = Cursor.START;
    CandidatePage page;
    do {
      page =
          candidates.top(
              program.programId(),
              program.marketplaces(),
              channel.id(),
              minScore,
              PAGE,
              cursor,
              some -> ofRun(some, runId));
      page.candidates().forEach(shortlist::add);
      cursor = page.next();
    } while (page.candidates().size() == PAGE);
    return shortlist;
  }

  private static List<StoredCandidate> ofRun(List<StoredCandidate> some, String runId) {
    return some.stream().filter(stored -> stored.runId().equals(runId)).toList();
  }

  /** Marketplaces may have scores of their own; the lowest one finds the candidates of all. */
  private static double lowest(Program program, CampaignChannel channel) {
    return Stream.concat(Stream.of(program), program.overrides().values().stream())
        .flatMap(each -> CampaignChannel.of(each).stream())
        .filter(each -> each.id().equals(channel.id()))
        .mapToDouble(each -> each.sending().minScore())
        .min()
        .orElse(channel.sending().minScore());
  }
}
