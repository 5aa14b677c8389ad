package com.ceap.local.bench.campaign;

import com.ceap.local.bench.Folders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;

/** The measured process. Its last line of output is what it measured, as JSON. */
public final class CampaignChild {
  private CampaignChild() {}

  /**
   * Warms up, and measures once.
   *
   * @param arguments as {@link CampaignLoad#arguments()} gives them
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(json(measure(CampaignLoad.of(Arrays.asList(arguments)))));
    // Libraries may have left threads behind that are not daemons.
    System.exit(0);
  }

  private static String json(CampaignFigures figures) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(figures);
  }

  static CampaignFigures measure(CampaignLoad load) throws IOException {
    try {
      return new CampaignRehearsal(load).measure(System.out::println);
    } finally {
      Folders.delete(load.folder().resolve(CampaignRehearsal.FOLDER));
    }
  }
}
