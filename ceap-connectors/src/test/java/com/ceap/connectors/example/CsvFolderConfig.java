package com.ceap.connectors.example;

import com.ceap.model.program.Key;

/** What a program says about a source of type {@code csv-folder}. */
public record CsvFolderConfig(
    @Key("The folder that holds one file {date}.csv for each business date.") String folder,
    @Key(value = "Into how many chunks a day is split, 1 to 100.", defaultYaml = "8") int chunks) {
  public CsvFolderConfig {
    if (chunks < 1 || chunks > 100) {
      throw new IllegalArgumentException("chunks must be 1 to 100, was " + chunks);
    }
  }
}
