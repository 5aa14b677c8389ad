package com.ceap.lambdas.export;

import com.ceap.lambdas.export.ExportedDay.State;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of one day of one program in one table. */
record ExportFolder(ObjectStore objects, ExportTable table, String program, LocalDate day) {

  /**
   * A file that is to become the object of that name.
   *
   * @param customers whom it has rows of
   */
  record Part(String name, long rows, Path file, CustomerSketch customers) {}

  /** The folder that a manifest's key lies in. */
  static ExportFolder of(ObjectStore objects, ExportTable table, String manifestKey) {
    Map.Entry<String, LocalDate> of = ExportKeys.parse(manifestKey);
    return new ExportFolder(objects, table, of.getKey(), of.getValue());
  }

  Optional<ExportManifest> manifest() {
    return ExportManifest.find(objects, manifestKey());
  }

  String key(String name) {
    return ExportKeys.folder(table, program, day) + name;
  }

  /** Copies a file to another one, in place of it. */
  Path fetch(String name, Path to) {
    try (InputStream in = objects.open(key(name))) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch " + key(name), e);
    }
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
      sketchWhereNoneIs(parts);
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
    sketch(part);
    objects.put(key(part.name()), out -> Files.copy(part.file(), out));
  }

  private void sketch(Part part) {
    objects.put(key(ExportKeys.customers(part.name())), part.customers()::writeTo);
  }

  /** Releases before this one kept none. */
  private void sketchWhereNoneIs(List<Part> parts) {
    List<String> keys = objects.list(key(""));
    parts.stream()
        .filter(part -> !keys.contains(key(ExportKeys.customers(part.name()))))
        .forEach(this::sketch);
  }

  private List<String> surplus(ExportManifest manifest) {
    Set<String> named =
        manifest.files().stream()
            .flatMap(file -> Stream.of(file.name(), ExportKeys.customers(file.name())))
            .map(this::key)
            .collect(Collectors.toSet());
    return objects.list(key("")).stream().filter(key -> !named.contains(key)).toList();
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
}
