package com.ceap.lambdas.channel;

import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.DueTouch;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.function.Function;

/** Works on messages that hold due touches; what fails fails alone. */
final class TouchMessages {
  private TouchMessages() {}

  static Disposition handle(QueueMessage message, Function<DueTouch, Disposition> work) {
    try {
      return work.apply(DueTouchJson.read(message.body()));
    } catch (CeapException e) {
      return Disposition.failed(e);
    } catch (RuntimeException e) {
      // Its message may name the customer.
      return new Disposition.Retry(ErrorCode.DEFECT, "a due touch met " + e.getClass().getName());
    }
  }
}
