package com.ceap.local.bench.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.bench.Goal;
import org.junit.jupiter.api.Test;

class CampaignFiguresTest {
  private static CampaignFigures figures(double perSecond, double peak, double growth) {
    Effort sending = new Effort(50_000 / perSecond, 1);
    CampaignFloor floor = new CampaignFloor(new Effort(20, 1), new Effort(30, 1));
    MemoryUse memory = new MemoryUse(peak, 40, 40 + growth);
    return new CampaignFigures(50_000, 100_000, 4, 2, sending, floor, 1, memory);
  }

  @Test
  void sixTenthsOfTheFloorAreEnoughAndMemoryIsBounded() {
    assertThat(figures(600, 1_024, 8).goals()).allMatch(Goal::met);
    assertThat(figures(599, 1_025, 8.1).goals()).noneMatch(Goal::met);
  }

  @Test
  void objectsThatWereCollectedMeanwhileAreNoGrowth() {
    assertThat(figures(600, 400, -3).goals()).allMatch(Goal::met);
  }

  @Test
  void theReportShowsTheFloorBesideTheCampaign() {
    assertThat(CampaignBenchReport.text(figures(599, 400, 1)))
        .contains("50,000 e-mails from 100,000 candidates", "599", "1,000", "NOT MET");
    boolean met =
        CampaignBenchReport.json(figures(600, 400, 1))
            .path("goals")
            .path(0)
            .path("met")
            .asBoolean();
    assertThat(met).isTrue();
  }
}
