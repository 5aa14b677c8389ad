package com.ceap.local.platform;

import com.ceap.lambdas.batch.Registries;
import com.ceap.local.clock.PlatformClock;
import com.ceap.local.reference.LoadedTables;
import com.ceap.local.reference.ReferenceImport;
import com.ceap.local.reference.ReferenceTables;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The platform on one machine. Open it once for a command and close it at its end; all that it
 * hands out is thread-safe and lives as long as it does.
 */
public final class LocalPlatform implements AutoCloseable {
  private final DataFolder data;
  private final Path home;
  private final PlatformClock clock;
  private final Tables tables;
  private final Stores stores;
  private final Registries registries;
  private final FolderObjectStore objects;

  private LocalPlatform(
      DataFolder data, Path home, PlatformClock clock, Tables tables, Registries registries) {
    this.data = data;
    this.home = home;
    this.clock = clock;
    this.tables = tables;
    this.stores = Stores.on(tables, clock);
    this.registries = registries;
    this.objects = new FolderObjectStore(data.root());
  }

  /**
   * Opens the data folder, which is made where it does not exist.
   *
   * @param home the project's folder, for what the build put there
   * @param system the clock that the platform's own goes by, unless it was stopped
   * @throws com.ceap.model.error.CeapException STORE_INCOMPATIBLE where a newer release has written
   *     the store, STORE_UNAVAILABLE where it cannot be opened
   */
  public static LocalPlatform open(Path data, StoreKind kind, Path home, InstantSource system) {
    DataFolder folder = new DataFolder(data);
    PlatformClock clock = PlatformClock.of(folder.clock(), system, new ThreadPause());
    Registries registries = Registries.load();
    Tables tables = LocalStore.open(kind, folder, home, clock);
    try {
      return new LocalPlatform(folder, home, clock, tables, registries);
    } catch (RuntimeException e) {
      tables.close();
      throw e;
    }
  }

  public DataFolder data() {
    return data;
  }

  /** The folder with the project's programs and templates. */
  public Path programs() {
    return home.resolve("programs");
  }

  public PlatformClock clock() {
    return clock;
  }

  public Tables tables() {
    return tables;
  }

  /** A folder for what is only needed while something runs. */
  public Path scratch() {
    try {
      return Files.createDirectories(data.scratch());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + data.scratch(), e);
    }
  }

  /**
   * What changed in the tables.
   *
   * @throws CeapException ARGUMENT_INVALID where the store keeps no record of it
   */
  public ChangeFeed changes() {
    if (tables instanceof SqliteTables embedded) {
      return embedded.changes();
    }
    throw new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "DynamoDB Local is opened here without its streams; export from --store embedded");
  }

  public Stores stores() {
    return stores;
  }

  public Registries registries() {
    return registries;
  }

  /** Where runs keep their objects: {@code runs/…} of the data folder. */
  public FolderObjectStore objects() {
    return objects;
  }

  public ReferenceImport referenceImport() {
    return new ReferenceImport(stores, data.imports(), clock);
  }

  /** Loads the reference data of a warehouse folder, where it has changed. */
  public ReferenceTables referenceTables() {
    return new ReferenceTables(referenceImport(), new LoadedTables(tables));
  }

  @Override
  public void close() {
    tables.close();
  }
}
