package com.ceap.connectors.builtin;

import com.ceap.connectors.spi.RecordSink;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given. */
final class RecordedSink implements RecordSink {
  final List<RawRecord> records = new ArrayList<>();
  final List<RejectedRecord> rejected = new ArrayList<>();

  @Override
  public void accept(RawRecord row) {
    records.add(row);
  }

  @Override
  public void reject(RejectedRecord row) {
    rejected.add(row);
  }
}
