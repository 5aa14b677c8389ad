package com.ceap.storage;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Measures how many candidates a second are stored on SQLite; no test, run by hand. Arguments:
 * candidates, chunk size, threads.
 */
final class StoreThroughput {

  private static final AttributeSchema ROW =
      new AttributeSchema(List.of("view_count", "time_spent", "add_to_cart", "category", "price"));
  private static final AttributeSchema FEATURES =
      new AttributeSchema(List.of("view_count", "price_sensitivity", "email_engagement", "rating"));

  private StoreThroughput() {}

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    int chunk = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    List<List<ScoredCandidate>> chunks = chunks(count, chunk);
    Path folder = Files.createTempDirectory("ceap-throughput");
    MutableClock clock = new MutableClock();
    try (SqliteTables tables = SqliteTables.open(folder.resolve("warm-up.db"), clock)) {
      Measure start = Measure.start();
      store(Stores.on(tables, clock), chunks, threads, clock.instant());
      start.report("stored in a cold JVM", count);
    }
    try (SqliteTables tables = SqliteTables.open(folder.resolve("ceap.db"), clock)) {
      Stores stores = Stores.on(tables, clock);
      for (int pass = 0; pass < 2; pass++) {
        Measure start = Measure.start();
        store(stores, chunks, threads, clock.instant());
        start.report(pass == 0 ? "stored" : "stored again", count);
      }
      Measure start = Measure.start();
      CandidatePage page =
          stores.candidates().top("p", List.of("US"), "email", 0, 50_000, Cursor.START);
      start.report("read in score order", page.candidates().size());
      importCustomers(stores, clock.instant());
    }
    BareJdbc.write(folder.resolve("ceap.db"), folder.resolve("bare.db"), count, chunk);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static void importCustomers(Stores stores, Instant now) {
    List<Versioned<Customer>> customers =
        IntStream.range(0, 100_000).mapToObj(i -> new Versioned<>(customer("C" + i), now)).toList();
    for (int pass = 0; pass < 2; pass++) {
      Measure start = Measure.start();
      for (int from = 0; from < customers.size(); from += 10_000) {
        stores.customers().importAll(customers.subList(from, from + 10_000));
      }
      start.report("customers imported", customers.size());
    }
  }

  private static Customer customer(String id) {
    Optional<String> text = Optional.of("US");
    return new Customer(
        id,
        Customer.Status.ACTIVE,
        text,
        text,
        Optional.empty(),
        text,
        text,
        text,
        true,
        List.of());
  }

  static void store(Stores stores, List<List<ScoredCandidate>> chunks, int threads, Instant now)
      throws Exception {
    RunStamp run = Samples.run("r1", LocalDate.parse("2026-11-19"), now);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> done = new ArrayList<>();
      chunks.forEach(c -> done.add(executor.submit(() -> stores.candidates().storeAll(run, c))));
      for (Future<?> future : done) {
        future.get();
      }
    }
  }

  static List<List<ScoredCandidate>> chunks(int count, int chunk) {
    SplittableRandom random = new SplittableRandom(1);
    List<List<ScoredCandidate>> chunks = new ArrayList<>();
    for (int from = 0; from < count; from += chunk) {
      int size = Math.min(chunk, count - from);
      chunks.add(IntStream.range(0, size).mapToObj(_ -> decision(random)).toList());
    }
    return chunks;
  }

  private static ScoredCandidate decision(SplittableRandom random) {
    CandidateKey key =
        new CandidateKey(
            "C" + random.nextInt(400_000),
            "p",
            "US",
            new Subject("product", "P" + random.nextInt(20_000)));
    Object[] row = {3L + random.nextInt(40), 300.5, true, "shoes", 19.95};
    Object[] features = {3.0, random.nextDouble(), random.nextDouble(), 4.5};
    Candidate candidate =
        new Candidate(
            key,
            new Context(Map.of("category", "shoes")),
            new Attributes(ROW, row),
            List.of("email", "in-app"),
            Instant.EPOCH);
    OptionalInt discount = OptionalInt.of(15);
    Score intent =
        new Score("intent", random.nextDouble(), discount, Score.Origin.MODEL, Instant.EPOCH);
    Score affinity =
        new Score("affinity", random.nextDouble(), discount, Score.Origin.MODEL, Instant.EPOCH);
    double score = (intent.value() + affinity.value()) / 2;
    return new ScoredCandidate(
        candidate, new Attributes(FEATURES, features), List.of(intent, affinity), score, discount);
  }
}
