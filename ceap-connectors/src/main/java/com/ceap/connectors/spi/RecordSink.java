package com.ceap.connectors.spi;

import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;

/** Where a connector puts what it reads. */
public interface RecordSink {
  void accept(RawRecord record);

  /** A record that has no customer, a wrong type, or another fault that its reader sees. */
  void reject(RejectedRecord record);
}
