package com.ceap.local.bench.serving;

import com.ceap.local.bench.Folders;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Fills the platform that is measured, unless the last time has left it as it is wanted. */
final class FeedLoader {
  /** With what is written together, a few seconds on the slowest store. */
  private static final int CUSTOMERS_AT_ONCE = 500;

  /** One customer of so many wants no e-mail. */
  private static final int OPTED_OUT = 20;

  private static final Instant YESTERDAY = StoredFeeds.DECIDED.minus(Duration.ofDays(1));

  private final StoredFeeds feeds;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * For a platform's folder.
   *
   * @param folder what is in it is deleted where it is not what is wanted
   */
  FeedLoader(StoredFeeds feeds, Path folder, Consumer<String> progress) {
    this.feeds = feeds;
    this.folder = folder;
    this.progress = progress;
  }

  /** The filled platform, which the caller closes. */
  LocalPlatform open(Supplier<LocalPlatform> platform) {
    Path mark = folder.resolve("loaded.txt");
    String wanted =
        String.format(Locale.ROOT, "%d customers, seed %d%n", feeds.customers(), feeds.seed());
    try {
      boolean loaded = Files.exists(mark) && Files.readString(mark).equals(wanted);
      if (!loaded) {
        Folders.delete(folder);
      }
      LocalPlatform opened = platform.get();
      if (!loaded) {
        load(opened.stores());
        Files.writeString(mark, wanted);
      }
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + folder, e);
    }
  }

  private void load(Stores stores) {
    stores
        .products()
        .importAll(StoredFeeds.products().map(p -> new Versioned<>(p, YESTERDAY)).toList());
    for (int from = 0; from < feeds.customers(); from += CUSTOMERS_AT_ONCE) {
      int to = Math.min(feeds.customers(), from + CUSTOMERS_AT_ONCE);
      load(from, to, stores);
      progress.accept(
          String.format(Locale.ROOT, "loading: %,d of %,d customers", to, feeds.customers()));
    }
  }

  private void load(int from, int to, Stores stores) {
    List<ScoredCandidate> candidates =
        IntStream.range(from, to).boxed().flatMap(feeds::of).toList();
    stores
        .candidates()
        .storeAll(
            new RunStamp("bench", StoredFeeds.DAY, StoredFeeds.DECIDED, Duration.ofDays(7)),
            candidates);
    stores
        .ledgers()
        .importConsents(
            IntStream.range(from, to)
                .filter(i -> i % OPTED_OUT == 0)
                .mapToObj(FeedLoader::optOut)
                .toList());
    Map<String, List<Send>> sends = new HashMap<>();
    IntStream.range(from, to)
        .mapToObj(StoredFeeds::customerId)
        .forEach(id -> sends.put(id, List.of(send(id))));
    stores.ledgers().addSends(sends);
  }

  private static Versioned<Consent> optOut(int customer) {
    return new Versioned<>(
        new Consent(StoredFeeds.customerId(customer), StoredFeeds.PROGRAM, "email", true),
        YESTERDAY);
  }

  private static Send send(String customerId) {
    return new Send("message-" + customerId, YESTERDAY, StoredFeeds.PROGRAM, "email");
  }
}
