package com.ceap.serving.aws;

import com.ceap.runtime.settings.SettingsReader;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the serving function knows of its environment.
 *
 * @param tablePrefix what the names of tables begin with
 * @param indexShards of a new store
 * @param linkUrl where the links of messages lead
 * @param secretsParameter the SecureString with {@link com.ceap.runtime.secrets.PlatformSecrets}
 * @param pathStyle whether buckets are named in paths, as other endpoints than AWS's want it
 */
public record ServingFunctionSettings(
    String environment,
    String tablePrefix,
    int indexShards,
    String dataBucket,
    URI linkUrl,
    String secretsParameter,
    boolean pathStyle) {
  private static final String LINK_URL = "https://[^/?#]+[^?#]*";

  /**
   * Reads environment variables.
   *
   * @throws com.ceap.model.error.CeapException SETTINGS_INVALID with all that is missing or wrong
   */
  public static ServingFunctionSettings read(Map<String, String> variables) {
    SettingsReader settings = new SettingsReader(variables);
    String environment =
        settings.text("CEAP_ENVIRONMENT", "[a-z][a-z0-9-]{0,31}", "a name such as dev");
    String prefix =
        settings.text(
            "CEAP_TABLE_PREFIX", "[A-Za-z0-9_.-]{1,255}", "a beginning such as ceap-dev-");
    int shards = settings.count("CEAP_INDEX_SHARDS", 1, 1000);
    String bucket = settings.text("CEAP_DATA_BUCKET", "[a-z0-9.-]{3,63}", "the name of a bucket");
    String link =
        settings.text("CEAP_LINK_URL", LINK_URL, "an address such as https://mail.example.com");
    String secrets =
        settings.text("CEAP_SECRETS_PARAMETER", "[A-Za-z0-9_./-]{1,1011}", "a parameter");
    settings.finish();
    return new ServingFunctionSettings(
        environment,
        prefix,
        shards,
        bucket,
        URI.create(link),
        secrets,
        settings.any(List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3")));
  }
}
