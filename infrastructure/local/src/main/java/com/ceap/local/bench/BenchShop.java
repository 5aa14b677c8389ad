package com.ceap.local.bench;

import com.ceap.local.model.ModelTrainer;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes what is measured: a sample shop, a store with its reference data, and trained models. */
final class BenchShop {
  private final BenchFolder folder;
  private final Path home;
  private final Consumer<String> progress;

  BenchShop(BenchFolder folder, Path home, Consumer<String> progress) {
    this.folder = folder;
    this.home = home;
    this.progress = progress;
  }

  /** Prepares the folder, unless it is prepared for as many interactions already. */
  void prepare(long interactions) {
    Path mark = folder.root().resolve("prepared.txt");
    String wanted =
        "%d interactions of %s, seed %d%n"
            .formatted(interactions, BenchFolder.DATE, SampleShopConfig.DEFAULT_SEED);
    try {
      if (!Files.exists(mark) || !Files.readString(mark).equals(wanted)) {
        Files.deleteIfExists(mark);
        Folders.delete(folder.data().root());
        make(interactions);
        Files.writeString(mark, wanted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + folder.root(), e);
    }
  }

  private void make(long interactions) {
    SampleShop.generate(
        SampleShopConfig.of(
                interactions, SampleShopConfig.DEFAULT_SEED, BenchFolder.DATE, folder.warehouse())
            .withProgress((table, done, total) -> show("generating %s: %,d", table, done)));
    try (LocalPlatform platform =
        LocalPlatform.open(
            folder.data().root(), StoreKind.EMBEDDED, home, InstantSource.fixed(BenchFolder.NOW))) {
      platform
          .referenceTables()
          .load(folder.warehouse(), (table, rows) -> show("loading %s: %,d rows", table, rows));
    }
    ModelTrainer.train(
        folder.data().models(),
        ModelTrainer.DEFAULT_SEED,
        (model, done, total) -> show("training %s: %d done", model, done));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private void show(String format, Object name, Object count) {
    progress.accept(String.format(Locale.ROOT, format, name, count));
  }

  /** A fresh copy of the prepared state for a run that stores. */
  void copyForWholeRun() {
    DataFolder from = folder.data();
    DataFolder to = folder.whole();
    try {
      Folders.delete(to.root());
      SqliteFiles.copy(from.database(), to.database());
      Files.createDirectories(to.models());
      for (Path model : list(from.models())) {
        Files.copy(model, to.models().resolve(model.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + from.root() + " to " + to.root(), e);
    }
  }

  /** Removes what runs have left; the shop and its data stay. */
  void clear() {
    try {
      Folders.delete(folder.whole().root());
      Folders.delete(folder.data().root().resolve("runs"));
      for (Path database : List.of(folder.warmUp(), folder.stored(), folder.bare())) {
        SqliteFiles.delete(database);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + folder.root(), e);
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
