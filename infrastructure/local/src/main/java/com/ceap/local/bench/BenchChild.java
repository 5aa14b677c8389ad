package com.ceap.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;

/** One measured process. Its last line of output is what it did, as JSON; see {@link Measured}. */
public final class BenchChild {
  private BenchChild() {}

  /**
   * Measures once.
   *
   * @param arguments the kind, the benchmark's folder, the project's folder
   */
  public static void main(String[] arguments) throws Exception {
    BenchFolder folder = new BenchFolder(Path.of(arguments[1]));
    ChildResult result = run(BenchKind.of(arguments[0]), folder, Path.of(arguments[2]));
    System.out.println(json(result));
    // Frameworks may have left threads behind that are not daemons.
    System.exit(0);
  }

  private static ChildResult run(BenchKind kind, BenchFolder folder, Path home) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    return switch (kind) {
      case FUSED, STAGED, ONE_CHUNK, WHOLE -> new RunChild(kind, folder, home, threads).run();
      case LOOP -> loop(folder, threads);
      case SQL -> sql(folder, threads);
      case STORE -> new StoreChild(folder, threads).run();
      case BARE_STORE -> new BareStoreChild(folder).run();
    };
  }

  private static ChildResult loop(BenchFolder folder, int threads) throws Exception {
    long started = System.nanoTime();
    Funnel funnel =
        SinglePurposeLoop.decide(folder.warehouse(), BenchFolder.DATE, BenchFolder.NOW, threads)
            .funnel();
    return decided(funnel, started);
  }

  private static ChildResult sql(BenchFolder folder, int threads) throws Exception {
    long started = System.nanoTime();
    Funnel funnel =
        SqlOracle.decide(folder.warehouse(), BenchFolder.DATE, BenchFolder.NOW, threads).funnel();
    return decided(funnel, started);
  }

  private static ChildResult decided(Funnel funnel, long started) {
    double seconds = (System.nanoTime() - started) / 1e9;
    return new ChildResult(funnel.raw(), seconds, Optional.of(funnel));
  }

  private static ObjectNode json(ChildResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("items", result.items());
    json.put("seconds", result.seconds());
    json.put("cpuSeconds", ProcessUse.cpuSeconds());
    ProcessUse.peakMegabytes().ifPresent(peak -> json.put("peakMegabytes", peak));
    result.funnel().ifPresent(funnel -> json.set("funnel", funnel.json()));
    return json;
  }
}
