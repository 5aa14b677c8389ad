package com.ceap.serving;

import com.ceap.serving.metrics.Degradation;
import com.ceap.storage.Cursor;
import java.util.List;
import java.util.Set;

/** Some candidates of a program, of many customers, and where to go on. */
public record ProgramPage(List<Shown> candidates, Cursor next, Set<Degradation> degradations) {
  public ProgramPage {
    candidates = List.copyOf(candidates);
    degradations = Set.copyOf(degradations);
  }
}
