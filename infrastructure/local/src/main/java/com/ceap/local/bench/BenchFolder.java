package com.ceap.local.bench;

import com.ceap.lambdas.stage.RunKeys;
import com.ceap.local.platform.DataFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Where the benchmark keeps its shop, and when its runs take place. */
record BenchFolder(Path root) {
  static final LocalDate DATE = LocalDate.of(2026, 1, 17);
  static final Instant NOW = Instant.parse("2026-01-18T02:00:00Z");

  /** The id that a run of {@link BenchKind#FUSED} gives itself by its clock. */
  private static final String FUSED_RUN = "20260118T020000.000-2026-01-17";

  /** Under which keys the fused run keeps what it scored. */
  static String scored() {
    return new RunKeys(Funnel.PROGRAM, FUSED_RUN).stagePrefix("score");
  }

  Path warehouse() {
    return root.resolve("warehouse");
  }

  /** With the reference data and the models, and no candidate. */
  DataFolder data() {
    return new DataFolder(root.resolve("data"));
  }

  /** A copy of {@link #data()} for a run that stores. */
  DataFolder whole() {
    return new DataFolder(root.resolve("whole"));
  }

  Path stored() {
    return root.resolve("stored.db");
  }

  Path bare() {
    return root.resolve("bare.db");
  }

  Path warmUp() {
    return root.resolve("warm-up.db");
  }

  Path archive(BenchKind kind) {
    return root.resolve(kind.id() + ".jsa");
  }

  /** The objects of the fused run are read later, so no other run may overwrite them. */
  static InstantSource clock(BenchKind kind) {
    return InstantSource.fixed(kind == BenchKind.FUSED ? NOW : NOW.plusMillis(1));
  }
}
