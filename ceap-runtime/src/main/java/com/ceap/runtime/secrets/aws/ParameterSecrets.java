package com.ceap.runtime.secrets.aws;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.secrets.PlatformSecrets;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.lambda.powertools.parameters.ssm.SSMProvider;

/** The secrets of an environment, in one SecureString. */
public final class ParameterSecrets {
  private final SSMProvider parameters;

  public ParameterSecrets(SsmClient client) {
    this.parameters = SSMProvider.builder().withClient(client).build();
  }

  /**
   * Reads a parameter.
   *
   * @throws CeapException SETTINGS_INVALID where it does not hold the secrets; STORE_UNAVAILABLE
   *     where it cannot be read
   */
  public PlatformSecrets read(String name) {
    try {
      return PlatformSecrets.parse("parameter " + name, parameters.withDecryption().get(name));
    } catch (ParameterNotFoundException e) {
      throw new CeapException(
          ErrorCode.SETTINGS_INVALID,
          "there is no parameter %s; create it as a SecureString".formatted(name),
          e);
    } catch (SdkException e) {
      throw new CeapException(
          ErrorCode.STORE_UNAVAILABLE,
          "parameter %s cannot be read (%s)".formatted(name, e.getClass().getSimpleName()),
          e);
    }
  }
}
