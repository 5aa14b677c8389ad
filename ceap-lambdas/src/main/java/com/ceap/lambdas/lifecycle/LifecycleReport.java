package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.FeedbackKind;
import com.ceap.model.error.ErrorCode;
import java.util.Map;

/**
 * What a stage has done since its start. What comes twice is counted once where it changed nothing
 * the second time; revenue is with the outcomes.
 *
 * @param done events that are dealt with
 * @param passedOver of these, the ones that concern no program and no message of ours
 * @param exited candidates whose journey was ended without a purchase
 * @param converted candidates that an order converted
 * @param credited of these, the ones with a message before the order
 * @param closed kinds of channels that were closed for a customer
 * @param feedback what moved a message on
 * @param repeated feedback that said nothing new
 * @param unknownMessages feedback on messages that nobody knows
 * @param reference profiles, products and devices that were taken over
 * @param outdated those of which a later version was known
 * @param forgotten events from before their customer was erased, of which nothing was kept
 * @param waiting how often an event had to wait for a message to be recorded
 * @param failed events that did not succeed this time, by their error
 * @param dead events that never will
 */
public record LifecycleReport(
    long done,
    long passedOver,
    long exited,
    long converted,
    long credited,
    long optedOut,
    long optedIn,
    long closed,
    Map<FeedbackKind, Long> feedback,
    long repeated,
    long unknownMessages,
    long reference,
    long outdated,
    long forgotten,
    long waiting,
    Map<ErrorCode, Long> failed,
    Map<ErrorCode, Long> dead) {
  public LifecycleReport {
    feedback = Map.copyOf(feedback);
    failed = Map.copyOf(failed);
    dead = Map.copyOf(dead);
  }
}
