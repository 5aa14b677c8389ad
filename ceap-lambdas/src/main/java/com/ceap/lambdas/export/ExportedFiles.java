package com.ceap.lambdas.export;

import com.ceap.runtime.objects.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been exported. */
public final class ExportedFiles {
  private ExportedFiles() {}

  /** The keys of a table's Parquet files, of one program or of all: those that manifests name. */
  public static List<String> of(ObjectStore objects, ExportTable table, Optional<String> program) {
    List<String> keys = new ArrayList<>();
    for (ExportFolder folder : ExportedFolders.of(objects, table, program).all()) {
      folder.manifest().orElseThrow().files().forEach(file -> keys.add(folder.key(file.name())));
    }
    return keys;
  }
}
