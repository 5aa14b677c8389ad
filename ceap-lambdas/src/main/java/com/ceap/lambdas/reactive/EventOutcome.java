package com.ceap.lambdas.reactive;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Rejection;
import com.ceap.model.Score;
import java.time.Duration;
import java.util.List;

/** What became of one delivery of an event. */
sealed interface EventOutcome {
  /**
   * It is a candidate now, with its first touch scheduled.
   *
   * @param scores what it was scored with
   */
  record Stored(List<Score> scores) implements EventOutcome {
    public Stored {
      scores = List.copyOf(scores);
    }
  }

  /** It is turned away, and why is kept. */
  record Rejected(Rejection rejection) implements EventOutcome {}

  /** It was decided before. */
  record Duplicate() implements EventOutcome {}

  /** It is from before its customer was erased: nothing of it is kept. */
  record Forgotten() implements EventOutcome {}

  /** The program is off: nothing was done. */
  record Disabled() implements EventOutcome {}

  /** Another worker is deciding it. */
  record Waiting(Duration until) implements EventOutcome {}

  /** It could not be decided. */
  record Failed(Disposition disposition) implements EventOutcome {}

  /** What the queue does with the message. */
  default Disposition disposition() {
    return switch (this) {
      case Stored _, Rejected _, Duplicate _, Forgotten _, Disabled _ -> Disposition.DONE;
      case Waiting(Duration until) -> new Disposition.Later(until);
      case Failed(Disposition disposition) -> disposition;
    };
  }
}
