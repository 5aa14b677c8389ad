package com.ceap.storage;

import java.time.Instant;

/** How the attempt to claim an event ended. */
public sealed interface Claim {

  /** Whoever has it decides the event. */
  sealed interface Owned extends Claim {}

  /**
   * It is the caller's until the lease runs out.
   *
   * @param fence higher than that of every claim of the key before; whoever completes the claim
   *     must still hold the highest
   */
  record Claimed(String key, long fence) implements Owned {}

  /** Events of the program are not claimed; each is decided anew. */
  record Unclaimed() implements Owned {}

  /** Another worker has it. */
  record Held(Instant until) implements Claim {}

  /** It was decided already. */
  record Completed(String verdict) implements Claim {}

  Owned NONE = new Unclaimed();
}
