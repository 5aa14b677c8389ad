package com.ceap.local.functions;

import com.ceap.lambdas.templates.TemplateKeys;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.Pointer;
import com.ceap.runtime.programs.ProgramKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An environment with the project's own programs, for functions that are tried out. */
public final class SampleEnvironment {
  /** A program behind a queue, whose events are of carts. */
  public static final String CARTS = "abandoned-cart-recovery";

  /** A program with a batch and campaigns. */
  public static final String RECOMMENDATIONS = "product-recommendations";

  /** What everything in it is called by. */
  static final String PREFIX = "ceap-local-";

  /** Of the indexes of its tables. */
  static final int SHARDS = 4;

  private SampleEnvironment() {}

  /** The environment variables of its functions. */
  public static Map<String, String> variables(String endpoint) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_ENDPOINT_URL", endpoint);
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("CEAP_ENVIRONMENT", "local");
    variables.put("CEAP_TABLE_PREFIX", PREFIX);
    variables.put("CEAP_INDEX_SHARDS", Integer.toString(SHARDS));
    variables.put("CEAP_DATA_BUCKET", "ceap-local-data");
    variables.put("CEAP_EVENT_BUS", "ecommerce-platform");
    variables.put("CEAP_QUEUE_PREFIX", PREFIX);
    variables.put("CEAP_SCHEDULE_GROUP", "ceap-local");
    variables.put("CEAP_SCHEDULE_ROLE_ARN", "arn:aws:iam::123456789012:role/scheduler");
    variables.put("CEAP_ATHENA_WORKGROUP", "ceap-local");
    variables.put("CEAP_LINK_URL", "https://mail.example.com");
    variables.put("CEAP_SECRETS_PARAMETER", "/ceap/local/secrets");
    variables.put("CEAP_SENDER_EMAIL", "news@example.com");
    variables.put("CEAP_SENDER_NAME", "Example Shop");
    variables.put("CEAP_POSTAL_ADDRESS", "1 Example Street");
    variables.put("CEAP_SMS_ORIGINATION", "+4930123456");
    variables.put("CEAP_PUSH_APPLICATION_ID", "a1b2c3");
    return variables;
  }

  /** The programs and the templates of a folder as they are published. */
  public static Map<String, String> objects(Path programs, ProgramLoader loader) {
    Map<String, String> objects = new HashMap<>();
    for (String id : List.of(CARTS, RECOMMENDATIONS)) {
      Path file = programs.resolve(id + ".yaml");
      Program program = loader.load(file).orElseThrow();
      objects.put(ProgramKeys.version(id, program.version()), text(file));
      objects.put(ProgramKeys.pointer(id), new Pointer(program.version(), id + ".yaml").text());
    }
    objects.putAll(templates(programs.resolve("templates")));
    return objects;
  }

  private static Map<String, String> templates(Path folder) {
    Map<String, String> objects = new HashMap<>();
    objects.put(TemplateKeys.POINTER, "v1");
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> objects.put(TemplateKeys.set("v1") + folder.relativize(file), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return objects;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
