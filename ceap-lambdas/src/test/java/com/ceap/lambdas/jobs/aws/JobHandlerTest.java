package com.ceap.lambdas.jobs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.jobs.CartExpiry;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.jobs.JobRunner;
import com.ceap.lambdas.report.CartPrograms;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.Newest;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JobHandlerTest {
  private Instant now = Instant.parse("2026-03-02T10:00:07Z");
  private final Stores stores = Stores.on(new MemoryTables(() -> now), () -> now);
  private final JobHandler handler =
      new JobHandler(
          new JobRegistry(List.of(new CartExpiry(stores))),
          PublishedPrograms.only(CartPrograms.carts()),
          new JobRunner(stores.jobs(), () -> now),
          () -> now);

  @Test
  void aScheduleThatCallsTwiceHasItsSlotDoneOnce() {
    Map<String, String> input = Map.of("job", "cart-expiry", "programId", "carts");

    assertThat(handler.handleRequest(input, null))
        .containsEntry("slot", "2026-03-02T10:00:00Z")
        .containsEntry("result", "0 carts are given up");
    assertThat(handler.handleRequest(input, null))
        .containsEntry("result", "was done before: 0 carts are given up");
    now = now.plusSeconds(3600);
    assertThat(handler.handleRequest(input, null))
        .containsEntry("slot", "2026-03-02T11:00:00Z")
        .containsEntry("result", "0 carts are given up");
  }

  @Test
  void whatThereIsNotIsRefused() {
    assertThatThrownBy(() -> handler.handleRequest(Map.of("job", "x", "programId", "carts"), null))
        .hasMessage("there is no job 'x'; known are cart-expiry");
    assertThatThrownBy(
            () -> handler.handleRequest(Map.of("job", "cart-expiry", "programId", "others"), null))
        .hasMessage("job cart-expiry is not done for program 'others'");
  }

  @Test
  void aProgramThatCannotBeReadKeepsNoOtherFromItsJobs() {
    CeapException why = new CeapException(ErrorCode.PROGRAM_UNREADABLE, "lost cannot be read");
    JobHandler beside =
        new JobHandler(
            new JobRegistry(List.of(new CartExpiry(stores))),
            new OneUnreadable(CartPrograms.carts(), "lost", why),
            new JobRunner(stores.jobs(), () -> now),
            () -> now);

    assertThat(beside.handleRequest(Map.of("job", "cart-expiry", "programId", "carts"), null))
        .containsEntry("result", "0 carts are given up");
    assertThatThrownBy(
            () -> beside.handleRequest(Map.of("job", "cart-expiry", "programId", "lost"), null))
        .isSameAs(why);
  }

  private record OneUnreadable(Program good, String lost, CeapException why)
      implements PublishedPrograms {
    @Override
    public Newest newest() {
      return new Newest(List.of(good), new TreeMap<>(Map.of(lost, why)));
    }

    @Override
    public Optional<Program> newest(String programId) {
      if (programId.equals(lost)) {
        throw why;
      }
      return Optional.of(good).filter(known -> known.programId().equals(programId));
    }

    @Override
    public Optional<Program> find(String programId, String version) {
      return newest(programId);
    }
  }
}
