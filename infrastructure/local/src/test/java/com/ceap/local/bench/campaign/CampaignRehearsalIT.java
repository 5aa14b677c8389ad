package com.ceap.local.bench.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignRehearsalIT {
  @TempDir private Path folder;

  @Test
  void everyMessageOfASmallCampaignReachesTheSink() {
    CampaignLoad load = new CampaignLoad(folder, ProjectRoot.find(), 600);
    assertThat(CampaignLoad.of(load.arguments())).isEqualTo(load);
    try (CampaignRehearsal rehearsal = new CampaignRehearsal(load, load.messages())) {
      CampaignFigures figures = rehearsal.measure(progress -> {});
      assertThat(figures.candidates()).isEqualTo(1_200);
      assertThat(figures.bytes()).isPositive();
      assertThat(figures.perSecond()).isPositive();
      assertThat(figures.floorPerSecond()).isPositive();
    }
  }
}
