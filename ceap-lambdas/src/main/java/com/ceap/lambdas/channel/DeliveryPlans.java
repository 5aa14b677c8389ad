package com.ceap.lambdas.channel;

import com.ceap.lambdas.journey.Journey;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.List;
import java.util.Optional;

/** Finds what the programs say of messages that are due. */
record DeliveryPlans(PublishedPrograms programs, Caps caps) {
  /**
   * The occasion of a due touch.
   *
   * @param early whether its candidate may still be on the way to the store
   * @throws CeapException PROGRAM_INVALID where the journey's version is not published: another one
   *     could take the touch for another channel's; EVENT_INVALID where it has no such touch
   */
  TouchOccasion of(DueTouch due, boolean early) {
    CandidateKey key = due.key();
    Program version =
        programs
            .find(key.programId(), due.programVersion())
            .orElseThrow(() -> unpublished("a touch", due.programVersion(), key.programId()))
            .forMarketplace(key.marketplace());
    Journey journey = Journey.of(version);
    Touch touch = journey.touch(due.touch()).orElseThrow(() -> noSuchTouch(due, journey));
    ChannelTerms terms = terms(version, touch.channel(), key.marketplace());
    return new TouchOccasion(due, touch, journey.touch(due.touch() + 1), terms, early);
  }

  /**
   * What holds for a channel now.
   *
   * @param version as it holds for the marketplace
   */
  ChannelTerms terms(Program version, ChannelSpec channel, String marketplace) {
    Optional<Program> newest = programs.newest(version.programId());
    return new ChannelTerms(
        version,
        channel,
        newest.map(program -> program.forMarketplace(marketplace)),
        newest.map(program -> caps.of(program, marketplace)).orElse(List.of()));
  }

  /**
   * What holds for a message that is about several candidates.
   *
   * @throws CeapException PROGRAM_INVALID where its version is not published, or has no such
   *     channel
   */
  ChannelTerms terms(DueMessage due) {
    Program version =
        programs
            .find(due.programId(), due.programVersion())
            .orElseThrow(() -> unpublished("a message", due.programVersion(), due.programId()))
            .forMarketplace(due.marketplace());
    ChannelSpec channel =
        version.channels().stream()
            .filter(c -> c.channelId().equals(due.channel()))
            .findFirst()
            .orElseThrow(() -> noSuchChannel(due));
    return terms(version, channel, due.marketplace());
  }

  private static CeapException unpublished(String what, String version, String programId) {
    return new CeapException(
        ErrorCode.PROGRAM_INVALID,
        "%s is due of version %s of program %s, which is not published; publish it again"
            .formatted(what, version, programId));
  }

  private static CeapException noSuchChannel(DueMessage due) {
    return new CeapException(
        ErrorCode.PROGRAM_INVALID,
        "version %s of program %s has no channel '%s'"
            .formatted(due.programVersion(), due.programId(), due.channel()));
  }

  private static CeapException noSuchTouch(DueTouch due, Journey journey) {
    return new CeapException(
        ErrorCode.EVENT_INVALID,
        "version %s of program %s has touches 1 to %d, not %d"
            .formatted(
                due.programVersion(),
                due.key().programId(),
                journey.touches().size(),
                due.touch()));
  }
}
