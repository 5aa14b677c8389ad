package com.ceap.lambdas.changes;

import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Keeps what a stream tells. All of a batch is written or the call fails and Lambda brings it
 * again; writing it twice leaves what writing it once does. Thread-safe.
 */
public final class ChangesStage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamEvent events;
  private final ChangeObjects objects;

  /**
   * The stage.
   *
   * @param tablePrefix what the tables' names begin with
   */
  public ChangesStage(ObjectStore objects, String tablePrefix) {
    this.events = new StreamEvent(tablePrefix);
    this.objects = new ChangeObjects(objects);
  }

  /** Takes an event as Lambda brings it; answers how many changes it has kept. */
  public int take(InputStream event) {
    try {
      return take(JSON.readTree(event));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the event of a stream", e);
    }
  }

  int take(JsonNode event) {
    List<Change> changes = events.changes(event);
    objects.write(changes);
    return changes.size();
  }
}
