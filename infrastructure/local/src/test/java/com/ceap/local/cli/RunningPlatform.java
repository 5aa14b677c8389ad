package com.ceap.local.cli;

import com.ceap.architecture.ProjectRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** {@code ./ceap up} in a process of its own, on free ports. */
public final class RunningPlatform implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("  (events|pages) +(http://\\S+).*");

  private final Process process;
  private final BufferedReader out;
  private final List<String> said = new ArrayList<>();
  private URI events;
  private URI pages;

  private RunningPlatform(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /** Starts it and waits until it listens. */
  public static RunningPlatform start(Path home, Path data, String... more) {
    RunningPlatform platform = new RunningPlatform(process(home, data, more));
    platform.readUntil("Ctrl-C ends it.");
    return platform;
  }

  /** Starts a {@code ./ceap up} as a process. */
  public static Process process(Path home, Path data, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dceap.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "com.ceap.local.cli.Ceap",
                "up",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--aws-port",
                "0"));
    command.addAll(Arrays.asList(more));
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RunningPlatform start(Path data, String... more) {
    return start(ProjectRoot.find(), data, more);
  }

  private void readUntil(String last) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        Matcher url = URL.matcher(line);
        if (url.matches()) {
          if (url.group(1).equals("events")) {
            events = URI.create(url.group(2));
          } else {
            pages = URI.create(url.group(2));
          }
        }
        if (line.equals(last)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the platform ended and said " + said);
  }

  /** What it has said so far. */
  List<String> said() {
    return said;
  }

  public URI events() {
    return events;
  }

  public URI pages() {
    return pages;
  }

  /** A client of EventBridge that takes it for AWS. */
  public EventBridgeClient client() {
    return EventBridgeClient.builder()
        .endpointOverride(events)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Ends it as Ctrl-C does; what it says last. */
  String interrupt() throws InterruptedException {
    // By its handle: ending the process itself would close what it still says.
    process.toHandle().destroy();
    String last = out.lines().reduce("", (_, line) -> line);
    process.waitFor();
    return last;
  }

  /** Ends it with kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int exitValue() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
