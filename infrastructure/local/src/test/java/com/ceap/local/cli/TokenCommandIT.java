package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.SecretFile;
import com.ceap.local.web.LocalTokens;
import com.ceap.local.web.PlatformWeb;
import com.ceap.serving.http.Caller;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenCommandIT {
  @TempDir private Path data;

  @Test
  void aCustomersTokenIsTheCustomersForAsLongAsItWasAskedFor() {
    String token = run("--customer", "C1", "--ttl", "PT5M").out().strip();

    assertThat(verified(token, CommandRun.NOW)).contains(new Caller.Token("C1", Set.of()));
    assertThat(verified(token, CommandRun.NOW.plusSeconds(300))).isEmpty();
  }

  @Test
  void aServicesTokenCarriesTheServiceScope() throws Exception {
    String token = run("--service", "--json").json().path("token").asText();

    assertThat(verified(token, CommandRun.NOW))
        .contains(new Caller.Token("service", Set.of(PlatformWeb.SERVICE_SCOPE)));
  }

  @Test
  void aTokenIsSomebodys() {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("--customer", "C1", "--service").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1H", "P366D", "1h", "PT0.5S"})
  void aLifeThatIsNoneIsWrongUsage(String ttl) {
    CommandRun run = run("--service", "--ttl", ttl);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--ttl should be a duration from PT1S to P365D such as PT12H, was '" + ttl + "'");
  }

  private Optional<Caller.Token> verified(String token, Instant now) {
    return new LocalTokens(new SecretFile(new DataFolder(data).tokenKey()).read())
        .verify(token, now);
  }

  private CommandRun run(Object... arguments) {
    return CommandRun.of(CommandRun.with(List.of("token", "--data", data.toString()), arguments));
  }
}
