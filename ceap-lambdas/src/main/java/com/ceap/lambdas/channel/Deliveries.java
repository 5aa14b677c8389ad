package com.ceap.lambdas.channel;

import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.error.ErrorCode;
import java.util.Map;

/**
 * What a stage has done since its start. Each touch that has ended is counted once, however often
 * it was delivered.
 *
 * @param suppressed messages that were turned away, by reason
 * @param deferred how often a touch was put off to the end of quiet hours
 * @param known deliveries of touches that had ended before
 * @param later how often a touch had to wait, by what for
 * @param failures deliveries that did not succeed this time, by their error
 * @param dead deliveries that never will, by their error
 */
public record Deliveries(
    long sent,
    long failed,
    long unknown,
    long shadowed,
    Map<String, Long> suppressed,
    long deferred,
    long known,
    Map<Waiting, Long> later,
    Map<ErrorCode, Long> failures,
    Map<ErrorCode, Long> dead) {
  public Deliveries {
    suppressed = Map.copyOf(suppressed);
    later = Map.copyOf(later);
    failures = Map.copyOf(failures);
    dead = Map.copyOf(dead);
  }
}
