package com.ceap.storage;

import java.util.List;

/** Some candidates of an index read, in its order, and where to go on. */
public record CandidatePage(List<StoredCandidate> candidates, Cursor next) {
  public CandidatePage {
    candidates = List.copyOf(candidates);
  }
}
