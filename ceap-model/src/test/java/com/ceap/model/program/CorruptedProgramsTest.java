package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a program's bytes, the loader answers. */
class CorruptedProgramsTest {
  private static final ProgramLoader LOADER = new ProgramLoader(SampleExtensions.all());
  private static final int ROUNDS = 300;
  private static final byte[] SPICE =
      "[]{}:-&*!|>%@`\"'#,?~\t\n \\<0nN\u00e9".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theLoaderLoadsOrNamesALineAndNeverThrows(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] valid = valid();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] corrupted = corrupt(valid, random);
      String what = "seed " + seed + ", round " + round;
      try {
        check(LOADER.load("p.yaml", corrupted), what);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(what + ": " + new String(corrupted, StandardCharsets.UTF_8), e);
      }
    }
  }

  private static void check(LoadResult result, String what) {
    switch (result) {
      case LoadResult.Loaded loaded -> assertThat(loaded.program().version()).as(what).isNotEmpty();
      case LoadResult.Invalid invalid ->
          assertThat(invalid.problems())
              .as(what)
              .isNotEmpty()
              .allSatisfy(problem -> assertThat(problem.line()).isPositive())
              .allSatisfy(problem -> assertThat(problem.text().lines()).hasSize(1));
    }
  }

  private static byte[] corrupt(byte[] valid, SplittableRandom random) {
    byte[] bytes = valid;
    int times = random.nextInt(1, 5);
    for (int i = 0; i < times; i++) {
      bytes = corruptOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] corruptOnce(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(1, 40));
    return switch (random.nextInt(6)) {
      case 0 -> splice(bytes, at, to, new byte[0]);
      case 1 -> splice(bytes, at, at, new byte[] {SPICE[random.nextInt(SPICE.length)]});
      case 2 ->
          splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt()});
      case 3 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 4 -> splice(bytes, at, bytes.length, new byte[0]);
      default -> moveLine(bytes, random);
    };
  }

  private static byte[] moveLine(byte[] bytes, SplittableRandom random) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
    int from = random.nextInt(lines.length);
    int to = random.nextInt(lines.length);
    String line = lines[from];
    lines[from] = lines[to];
    lines[to] = line;
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] replacement) {
    byte[] spliced = new byte[bytes.length - (to - from) + replacement.length];
    System.arraycopy(bytes, 0, spliced, 0, from);
    System.arraycopy(replacement, 0, spliced, from, replacement.length);
    System.arraycopy(bytes, to, spliced, from + replacement.length, bytes.length - to);
    return spliced;
  }

  private static byte[] valid() throws IOException {
    try (InputStream in = CorruptedProgramsTest.class.getResourceAsStream("valid-program.yaml")) {
      return in.readAllBytes();
    }
  }
}
