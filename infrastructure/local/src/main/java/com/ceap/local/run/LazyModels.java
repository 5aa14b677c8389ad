package com.ceap.local.run;

import com.ceap.local.model.LocalModelEndpoints;
import com.ceap.scoring.spi.ModelEndpoints;
import com.ceap.scoring.spi.ScoringProvider;
import java.nio.file.Path;

/** The trained models of a folder, opened when a program first asks for one. Thread-safe. */
public final class LazyModels implements ModelEndpoints {
  private final Path folder;
  private LocalModelEndpoints opened;

  public LazyModels(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized ScoringProvider endpoint(String name) {
    if (opened == null) {
      opened = LocalModelEndpoints.open(folder);
    }
    return opened.endpoint(name);
  }
}
