package com.ceap.lambdas.etl;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;
import com.ceap.model.port.Lookups;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes candidates of the raw records of one chunk: unified model, context, engagement metrics,
 * channels, one candidate for each customer and subject. Thread-safe.
 */
public final class EtlStage {
  private final Program program;
  private final ExtensionRegistry<ChannelFactory<?>> channels;
  private final Instant businessDay;

  public EtlStage(
      Program program, ExtensionRegistry<ChannelFactory<?>> channels, LocalDate businessDate) {
    this.program = program;
    this.channels = channels;
    this.businessDay = businessDate.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Runs the stage over what {@code source} puts into the sink.
   *
   * @throws com.ceap.model.error.CeapException where the source or a look-up fails
   */
  public EtlResult run(Consumer<RecordSink> source, Lookups lookups) {
    Intake intake = new Intake(new Deduplicator(subjectColumn()));
    source.accept(intake);
    return new CandidateAssembly(program, channels, businessDay, subjectColumn(), lookups)
        .assemble(intake);
  }

  private String subjectColumn() {
    return program.subjectType() + "_id";
  }

  /** What came in: counted, deduplicated, the unreadable put aside. */
  static final class Intake implements RecordSink {
    private final Deduplicator deduplicator;
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private long accepted;

    Intake(Deduplicator deduplicator) {
      this.deduplicator = deduplicator;
    }

    @Override
    public void accept(RawRecord row) {
      accepted++;
      deduplicator.add(row);
    }

    @Override
    public void reject(RejectedRecord row) {
      rejected.add(row);
    }

    Deduplicator deduplicator() {
      return deduplicator;
    }

    List<RejectedRecord> rejected() {
      return rejected;
    }

    long raw() {
      return accepted + rejected.size();
    }
  }
}
