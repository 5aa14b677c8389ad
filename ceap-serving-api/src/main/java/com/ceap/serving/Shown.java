package com.ceap.serving;

import com.ceap.storage.StoredCandidate;
import java.util.List;

/**
 * A candidate that may be shown.
 *
 * @param channels those that are open to it now, in the program's priority; at least one
 */
public record Shown(StoredCandidate stored, List<String> channels) {
  public Shown {
    channels = List.copyOf(channels);
  }
}
