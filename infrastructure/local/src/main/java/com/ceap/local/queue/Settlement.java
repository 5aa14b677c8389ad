package com.ceap.local.queue;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.TransactWrite;
import java.time.Instant;
import java.util.Optional;

/** What becomes of one message that was taken. */
public record Settlement(TakenMessage taken, Disposition disposition) {

  /** The write that does it, refused where the message is not the taker's any more. */
  TransactWrite write(QueuePolicy policy, Instant now) {
    int receives = taken.message().receives();
    return switch (disposition) {
      case Disposition.Later(var after) ->
          QueueItem.returning(taken, receives - 1, now.plus(after));
      case Disposition.Retry _ when !dead(policy) ->
          QueueItem.returning(taken, receives, now.plus(policy.retryAfter(receives)));
      case Disposition.Done _, Disposition.Retry _, Disposition.Dead _ -> QueueItem.ending(taken);
    };
  }

  boolean done() {
    return disposition instanceof Disposition.Done;
  }

  boolean dead(QueuePolicy policy) {
    return switch (disposition) {
      case Disposition.Dead _ -> true;
      case Disposition.Retry _ -> taken.message().receives() >= policy.receives();
      case Disposition.Done _, Disposition.Later _ -> false;
    };
  }

  /** What is kept of it, where it is given up. */
  Optional<DeadLetter> letter(QueuePolicy policy, Instant now) {
    return switch (disposition) {
      case Disposition.Dead(ErrorCode code, String reason) ->
          Optional.of(letter(code, reason, now));
      case Disposition.Retry(ErrorCode code, String reason) when dead(policy) ->
          Optional.of(letter(code, reason, now));
      case Disposition.Retry _, Disposition.Done _, Disposition.Later _ -> Optional.empty();
    };
  }

  private DeadLetter letter(ErrorCode code, String reason, Instant now) {
    return new DeadLetter(
        taken.message().id(),
        taken.queue(),
        code,
        reason,
        taken.sentAt(),
        now,
        taken.message().receives(),
        taken.message().body(),
        false);
  }
}
