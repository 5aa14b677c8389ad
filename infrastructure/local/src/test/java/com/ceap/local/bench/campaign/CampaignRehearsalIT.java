package com.ceap.local.bench.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignRehearsalIT {
  @TempDir private Path folder;

  @Test
  void everyMessageOfASmallCampaignReachesTheSink() throws IOException {
    CampaignLoad load = new CampaignLoad(folder, ProjectRoot.find(), 600);
    assertThat(CampaignLoad.of(load.arguments())).isEqualTo(load);
    CampaignFigures figures = new CampaignRehearsal(load).measure(progress -> {});
    assertThat(figures.candidates()).isEqualTo(1_200);
    assertThat(figures.bytes()).isPositive();
    assertThat(figures.perSecond()).isPositive();
    assertThat(figures.floor().rendering().seconds()).isPositive();
    assertThat(figures.floor().writing().seconds()).isPositive();
  }
}
