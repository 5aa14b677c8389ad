package com.ceap.local.functions;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.topology.Artifact;
import com.ceap.lambdas.topology.Topology;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.duckdb.DuckDBDriver;

/**
 * The artifacts as the build left them, each unpacked when it is needed, before a stand-in for AWS.
 * In place of the native library for the functions' platform, this machine has its own.
 */
final class PackedFunctions implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String NATIVE = "libduckdb_java.so_linux_";

  private final Path folder;
  private final Map<Artifact, Path> tasks = new EnumMap<>(Artifact.class);
  private final StandInAws aws;
  private final ProgramLoader loader = new ProgramLoader(Registries.load().extensions());

  PackedFunctions(Path folder) {
    this.folder = folder;
    this.aws =
        StandInAws.open(
            SampleEnvironment.objects(ProjectRoot.find().resolve("programs"), loader),
            InstantSource.system());
  }

  static FunctionZip zip(Artifact artifact) {
    return new FunctionZip(ProjectRoot.find().resolve(artifact.file()));
  }

  Path task(Artifact artifact) {
    return tasks.computeIfAbsent(artifact, this::unpacked);
  }

  private Path unpacked(Artifact artifact) {
    Path task = folder.resolve(artifact.module());
    var _ = zip(artifact).unpack(task);
    if (artifact == Artifact.EXPORT) {
      putNativeLibrary(task);
    }
    return task;
  }

  /** What the functions' platform has in its place is of no use here. */
  private static void putNativeLibrary(Path task) {
    try (ZipFile driver = new ZipFile(FunctionProcess.source(DuckDBDriver.class).toFile())) {
      for (ZipEntry entry : driver.stream().filter(e -> e.getName().contains(NATIVE)).toList()) {
        Path target = task.resolve(entry.getName());
        if (!Files.exists(target)) {
          Files.copy(driver.getInputStream(entry), target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put DuckDB's library into " + task, e);
    }
  }

  /** The version of one of the project's programs. */
  String version(String programId) {
    return loader
        .load(ProjectRoot.find().resolve("programs").resolve(programId + ".yaml"))
        .orElseThrow()
        .version();
  }

  /** What lies in the bucket, by key. */
  Map<String, byte[]> objects() {
    return aws.objects();
  }

  /** The actions that functions have taken. */
  List<String> calls() {
    return aws.calls().stream().map(AwsCall::action).toList();
  }

  Map<String, String> variables() {
    return SampleEnvironment.variables(aws.url().toString());
  }

  FunctionProcess start(Artifact artifact, String handler, boolean snapshot) {
    return start(artifact, handler, variables(), snapshot);
  }

  FunctionProcess start(
      Artifact artifact, String handler, Map<String, String> variables, boolean snapshot) {
    return FunctionProcess.start(
        new FunctionProcess.Start(
            handler, task(artifact), List.of(), variables, log(), memory(handler), snapshot),
        LIMIT,
        InstantSource.system());
  }

  /** As its description says. */
  private static int memory(String handler) {
    return Topology.PLATFORM.functions().stream()
        .filter(function -> function.handler().equals(handler))
        .findFirst()
        .orElseThrow()
        .memoryMb();
  }

  private Path log() {
    return folder.resolve("function.log");
  }

  /** What the function that was started last has written. */
  String written() throws IOException {
    return Files.readString(log());
  }

  @Override
  public void close() {
    aws.close();
  }
}
