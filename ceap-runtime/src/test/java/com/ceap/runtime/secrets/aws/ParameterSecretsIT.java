package com.ceap.runtime.secrets.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.secrets.PlatformSecrets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Secrets in an endpoint's Parameter Store. */
@OnAwsEndpoint
final class ParameterSecretsIT {
  private final String name = "/ceap/" + UUID.randomUUID() + "/keys";
  private SsmClient ssm;

  @BeforeEach
  void connect(AwsEndpoint endpoint) {
    ssm =
        endpoint
            .called(SsmClient.builder())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterEach
  void disconnect() {
    ssm.close();
  }

  @Test
  void aSecureStringIsReadInTheClear() {
    put("{\"linkKeys\": \"k1=c2VjcmV0\", \"cursorKey\": \"0123456789abcdef0123456789abcdef\"}");

    assertThat(new ParameterSecrets(ssm).read(name))
        .isEqualTo(new PlatformSecrets("k1=c2VjcmV0", "0123456789abcdef0123456789abcdef"));
  }

  @Test
  void whatIsNoSecretIsNotQuoted() {
    put("{\"linkKeys\": \"hush\"}");

    assertThatThrownBy(() -> new ParameterSecrets(ssm).read(name))
        .isInstanceOf(CeapException.class)
        .hasMessageStartingWith("parameter " + name + " has no cursorKey")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aParameterThatIsMissingIsNamed() {
    assertThatThrownBy(() -> new ParameterSecrets(ssm).read(name))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SETTINGS_INVALID))
        .hasMessage("there is no parameter %s; create it as a SecureString", name);
  }

  private void put(String value) {
    ssm.putParameter(request -> request.name(name).type(ParameterType.SECURE_STRING).value(value));
  }
}
