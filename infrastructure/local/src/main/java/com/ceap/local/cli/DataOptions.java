package com.ceap.local.cli;

import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the platform keeps its state; for every command that opens it. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the platform keeps its state. Default: .ceap in the project's folder.")
  private Path data;

  @Option(
      names = "--store",
      paramLabel = "KIND",
      defaultValue = "embedded",
      converter = KindConverter.class,
      completionCandidates = Kinds.class,
      description = {
        "embedded: a SQLite file in the data folder (default).",
        "dynamodb-local: Amazon's DynamoDB Local, fetched when it is first asked for."
      })
  private StoreKind store;

  /**
   * Opens it; a folder that is not there is made.
   *
   * @throws CeapException ARGUMENT_INVALID where it is no folder
   */
  LocalPlatform open(CommandContext context) {
    Path folder = folder(context);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID, "--data should name a folder; " + folder + " is a file");
    }
    return LocalPlatform.open(folder(context), store, context.home(), context.clock());
  }

  /**
   * Opens it for what only reads, which a folder that is not there has nothing for.
   *
   * @throws CeapException ARGUMENT_INVALID where there is no such folder
   */
  LocalPlatform openExisting(CommandContext context) {
    Path folder = folder(context);
    if (!Files.exists(folder)) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "there is no data folder %s; `./ceap demo`, `./ceap run` and `./ceap up` make one, --data names another"
              .formatted(folder));
    }
    return open(context);
  }

  Path folder(CommandContext context) {
    return Optional.ofNullable(data).orElseGet(context::defaultData);
  }

  /** The same, with what lies where in it; nothing is opened or made. */
  DataFolder place(CommandContext context) {
    return new DataFolder(folder(context));
  }

  /** The kinds, for shells that complete. */
  static final class Kinds implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return ids().iterator();
    }
  }

  /** Reads a kind. */
  static final class KindConverter implements ITypeConverter<StoreKind> {
    @Override
    public StoreKind convert(String text) {
      return Arrays.stream(StoreKind.values())
          .filter(kind -> kind.id().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no store '" + text + "'; known are " + String.join(", ", ids())));
    }
  }

  private static List<String> ids() {
    return Arrays.stream(StoreKind.values()).map(StoreKind::id).toList();
  }
}
