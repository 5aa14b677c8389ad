package com.ceap.lambdas.campaign;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.model.program.Program;
import com.ceap.storage.StoredCandidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups candidates, which come in score order, by customer. Who comes first has a message; further
 * candidates go into it as far as it has room. Not thread-safe.
 */
final class Shortlist {
  private final Program program;
  private final String channelId;
  private final int limit;
  private final Map<String, Optional<CampaignChannel>> channels = new HashMap<>();
  private final Map<String, Integer> perMarketplace = new HashMap<>();
  private final Map<Reader, Draft> drafts = new LinkedHashMap<>();

  /** A customer in a marketplace: who gets one message. */
  record Reader(String customerId, String marketplace) {}

  /**
   * What a reader is to get.
   *
   * @param subjects the best first
   * @param earliest when the last of the delays that the channel wants is over
   */
  record Draft(Reader reader, List<Subject> subjects, Instant earliest) {
    private Draft with(Subject subject, Instant notBefore) {
      subjects.add(subject);
      return new Draft(reader, subjects, notBefore.isAfter(earliest) ? notBefore : earliest);
    }
  }

  Shortlist(Program program, CampaignChannel channel) {
    this.program = program;
    this.channelId = channel.id();
    this.limit = channel.limit();
  }

  void add(StoredCandidate stored) {
    CandidateKey key = stored.decision().key();
    channel(key.marketplace())
        .filter(channel -> stored.decision().score() >= channel.sending().minScore())
        .ifPresent(channel -> add(stored, key, channel));
  }

  private void add(StoredCandidate stored, CandidateKey key, CampaignChannel channel) {
    Instant earliest = stored.decision().candidate().eventTime().plus(channel.sending().delay());
    Reader reader = new Reader(key.customerId(), key.marketplace());
    Draft draft = drafts.get(reader);
    if (draft == null) {
      if (takes(channel, reader.marketplace())) {
        Draft first = new Draft(reader, new ArrayList<>(), Instant.MIN);
        drafts.put(reader, first.with(key.subject(), earliest));
      }
    } else if (draft.subjects().size() < channel.config().candidatesPerMessage()
        && !draft.subjects().contains(key.subject())) {
      drafts.put(reader, draft.with(key.subject(), earliest));
    }
  }

  private boolean takes(CampaignChannel channel, String marketplace) {
    if (drafts.size() >= limit || perMarketplace.getOrDefault(marketplace, 0) >= channel.limit()) {
      return false;
    }
    perMarketplace.merge(marketplace, 1, Integer::sum);
    return true;
  }

  /** The channel as the program has it in a marketplace, where it is on there. */
  private Optional<CampaignChannel> channel(String marketplace) {
    return channels.computeIfAbsent(
        marketplace,
        of ->
            CampaignChannel.of(program.forMarketplace(of)).stream()
                .filter(channel -> channel.id().equals(channelId))
                .findFirst());
  }

  /** By their best candidate, the best first. */
  Collection<Draft> drafts() {
    return drafts.values();
  }
}
