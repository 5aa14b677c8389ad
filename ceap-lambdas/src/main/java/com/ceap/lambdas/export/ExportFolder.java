package com.ceap.lambdas.export;

import com.ceap.lambdas.export.ExportedDay.State;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of one day of one program in one table. */
record ExportFolder(ObjectStore objects, ExportTable table, String program, LocalDate day) {

  /** A file that is to become the object of that name. */
  record Part(String name, long rows, Path file) {}

  /** The folder that a manifest's key lies in. */
  static ExportFolder of(ObjectStore objects, ExportTable table, String manifestKey) {
    ExportManifest manifest = ExportManifest.read(objects, manifestKey);
    return new ExportFolder(objects, table, manifest.program(), LocalDate.parse(manifest.day()));
  }

  Optional<ExportManifest> manifest() {
    return ExportManifest.find(objects, manifestKey());
  }

  String key(String name) {
    return ExportKeys.folder(table, program, day) + name;
  }

  /**
   * Puts these files in place of what is there. The manifest goes before the first of them changes
   * and comes back after the last, so that its readers never see some old and some new ones.
   */
  ExportedDay replace(List<Part> parts) {
    List<ExportManifest.File> files = parts.stream().map(ExportFolder::described).toList();
    ExportManifest manifest = new ExportManifest(table.id(), program, day.toString(), files);
    Optional<ExportManifest> old = manifest();
    if (old.equals(Optional.of(manifest))) {
      return exported(State.UNCHANGED, manifest);
    }
    objects.delete(manifestKey());
    parts.forEach(this::put);
    surplus(manifest).forEach(objects::delete);
    manifest.write(objects, manifestKey());
    return exported(old.isPresent() ? State.REPLACED : State.WRITTEN, manifest);
  }

  private ExportedDay exported(State state, ExportManifest manifest) {
    long bytes = manifest.files().stream().mapToLong(ExportManifest.File::bytes).sum();
    return new ExportedDay(table, program, state, manifest.rows(), manifest.files().size(), bytes);
  }

  private String manifestKey() {
    return ExportKeys.manifest(table, program, day);
  }

  private void put(Part part) {
    objects.put(key(part.name()), out -> Files.copy(part.file(), out));
  }

  private List<String> surplus(ExportManifest manifest) {
    Set<String> named =
        manifest.files().stream().map(file -> key(file.name())).collect(Collectors.toSet());
    return new ArrayList<>(objects.list(ExportKeys.folder(table, program, day)))
        .stream().filter(key -> !named.contains(key)).toList();
  }

  private static ExportManifest.File described(Part part) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DigestOutputStream out =
          new DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest)) {
        Files.copy(part.file(), out);
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      return new ExportManifest.File(part.name(), part.rows(), Files.size(part.file()), hash);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + part.file(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Every manifest of a table, of one program or of all. */
  static List<String> manifests(ObjectStore objects, ExportTable table, Optional<String> program) {
    String prefix =
        ExportKeys.table(table) + program.map(id -> "program=" + id + "/").orElse("program=");
    Stream<String> keys = objects.list(prefix).stream();
    return keys.filter(key -> key.endsWith("/" + ExportKeys.MANIFEST)).toList();
  }
}
