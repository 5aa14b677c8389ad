package com.ceap.local.platform;

import com.ceap.local.clock.Pause;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;

/** Lets the calling thread sleep. */
public final class ThreadPause implements Pause {
  @Override
  public void await(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "interrupted while waiting", e);
    }
  }
}
