package com.ceap.lambdas.changes.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.changes.ChangesStage;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.runtime.aws.FunctionLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Keeps what DynamoDB Streams tell as objects. A batch is kept whole or brought again. Reads the
 * event's JSON itself: the events library knows images only as the SDK's first version did.
 * Thread-safe.
 */
public final class ChangesHandler implements RequestStreamHandler {
  private static final FunctionLog LOG = FunctionLog.of(ChangesHandler.class);
  private static final byte[] NONE_FAILED =
      "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);

  private final ChangesStage stage;

  /** As the environment says. */
  public ChangesHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  /** In a place of one's own. */
  public ChangesHandler(FunctionPlace place) {
    this(new ChangesStage(place.objects(), place.settings().tablePrefix()));
  }

  /** With its collaborators. */
  public ChangesHandler(ChangesStage stage) {
    this.stage = stage;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    int kept = LOG.during(context, "", () -> stage.take(event));
    LOG.info("changes were kept", Map.of("changes", kept));
    answer.write(NONE_FAILED);
  }
}
