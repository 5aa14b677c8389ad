package com.ceap.lambdas.channel;

import com.ceap.lambdas.journey.Journey;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.DueTouch;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.List;
import java.util.Optional;

/** Finds what the programs say of due touches. */
record DeliveryPlans(PublishedPrograms programs, Caps caps) {
  /**
   * The plan for a touch.
   *
   * @throws CeapException PROGRAM_INVALID where the journey's version is not published: another one
   *     could take the touch for another channel's; EVENT_INVALID where it has no such touch
   */
  DeliveryPlan of(DueTouch due) {
    String programId = due.key().programId();
    String marketplace = due.key().marketplace();
    Program version =
        programs
            .find(programId, due.programVersion())
            .orElseThrow(() -> unpublished(due))
            .forMarketplace(marketplace);
    Journey journey = Journey.of(version);
    Touch touch = journey.touch(due.touch()).orElseThrow(() -> noSuchTouch(due, journey));
    Optional<Program> newest = programs.newest(programId);
    return new DeliveryPlan(
        due,
        version,
        touch,
        journey.touch(due.touch() + 1),
        newest.map(program -> program.forMarketplace(marketplace)),
        newest.map(program -> caps.of(program, marketplace)).orElse(List.of()));
  }

  private static CeapException unpublished(DueTouch due) {
    return new CeapException(
        ErrorCode.PROGRAM_INVALID,
        "a touch is due of version %s of program %s, which is not published; publish it again"
            .formatted(due.programVersion(), due.key().programId()));
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
