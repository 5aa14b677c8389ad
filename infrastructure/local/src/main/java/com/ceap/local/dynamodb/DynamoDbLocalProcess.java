package com.ceap.local.dynamodb;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * DynamoDB Local in a JVM of its own, on a port of the loopback interface. The shell between holds
 * our end of a pipe and stops it when that closes, so that it never outlives us, even if we are
 * killed.
 */
final class DynamoDbLocalProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final String SHELL =
      "exec 3<&0; \"$@\" & server=$!; (cat <&3 > /dev/null; kill $server) & wait $server";

  private final Process process;
  private final int port;

  private DynamoDbLocalProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static DynamoDbLocalProcess start(Path libraries, Path data) {
    if (!Files.isDirectory(libraries)) {
      throw new CeapException(
          ErrorCode.STORE_UNAVAILABLE,
          "DynamoDB Local is not in %s; ./ceap fetches it where its command says"
                  .formatted(libraries)
              + " --store dynamodb-local");
    }
    Path log = data.resolve("server.log");
    try {
      Files.createDirectories(data);
      int port = freePort();
      ProcessBuilder builder = new ProcessBuilder(command(libraries, data, port));
      builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      return awaited(new DynamoDbLocalProcess(process, port), log);
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.STORE_UNAVAILABLE, "cannot start DynamoDB Local: " + e.getMessage(), e);
    }
  }

  private static List<String> command(Path libraries, Path data, int port) {
    return List.of(
        "sh",
        "-c",
        SHELL,
        "dynamodb-local",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        libraries.resolve("*").toString(),
        "software.amazon.dynamodb.services.local.main.ServerRunner",
        "-port",
        Integer.toString(port),
        "-dbPath",
        data.toString(),
        "-sharedDb",
        "-disableTelemetry");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static DynamoDbLocalProcess awaited(DynamoDbLocalProcess started, Path log) {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline && !started.ends(Duration.ofMillis(100))) {
      if (started.answers()) {
        return started;
      }
    }
    started.close();
    throw new CeapException(
        ErrorCode.STORE_UNAVAILABLE, "DynamoDB Local did not start; its log is " + log);
  }

  private boolean ends(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
    if (!ends(Duration.ofSeconds(10))) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
