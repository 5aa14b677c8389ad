package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.Campaign.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What campaigns keep to on every store. */
abstract class CampaignsContract extends StoreContract {
  private static final LocalDate DATE = LocalDate.parse("2026-01-17");

  private CampaignRepository campaigns;

  CampaignsContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    campaigns = Stores.on(tables, clock).campaigns();
  }

  private static CampaignKey key(LocalDate date, String run, String time) {
    return new CampaignKey("p", date, run, "email", time);
  }

  private Campaign campaign(CampaignKey key, int parts) {
    return new Campaign(
        key,
        "v1",
        "email",
        "t1",
        clock.instant(),
        "campaigns/" + key.name() + "/manifest.json",
        12,
        30,
        parts,
        State.FROZEN,
        CampaignCounts.NONE);
  }

  @Test
  void theFirstOfSeveralFreezesStands() {
    Campaign first = campaign(key(DATE, "r#1", "10:00"), 2);
    assertThat(campaigns.create(first)).isEqualTo(first);
    clock.advance(Duration.ofSeconds(1));
    assertThat(campaigns.create(campaign(first.key(), 3))).isEqualTo(first);
    assertThat(campaigns.find(first.key())).contains(first);
    assertThat(campaigns.find(key(DATE, "r#1", ""))).isEmpty();
  }

  @Test
  void theNewestComeFirst() {
    Campaign monday = campaigns.create(campaign(key(DATE, "r2", ""), 1));
    Campaign tuesday = campaigns.create(campaign(key(DATE.plusDays(1), "r1", ""), 1));
    campaigns.begin(monday.key());
    campaigns.end(monday, 1, CampaignCounts.NONE);
    assertThat(campaigns.latest("p", 9))
        .extracting(Campaign::key)
        .containsExactly(tuesday.key(), monday.key());
    assertThat(campaigns.latest("p", 1)).containsExactly(tuesday);
    assertThat(campaigns.latest("q", 9)).isEmpty();
  }

  @Test
  void itIsCompleteWithItsLastPartAndCountsAllOfThemOnce() {
    Campaign campaign = campaigns.create(campaign(key(DATE, "r1", ""), 2));
    CampaignKey key = campaign.key();
    assertThat(campaigns.begin(key)).isTrue();
    assertThat(campaigns.begin(key)).isTrue();
    campaigns.end(campaign, 2, new CampaignCounts(3, 1, 0, 0, Map.of("OPTED_OUT", 2L)));
    campaigns.end(campaign, 2, new CampaignCounts(3, 1, 0, 0, Map.of("OPTED_OUT", 2L)));
    assertThat(campaigns.find(key).orElseThrow().state()).isEqualTo(State.SENDING);
    assertThat(campaigns.find(key).orElseThrow().counts().ended()).isEqualTo(6);
    assertThat(campaigns.ended(key)).containsOnlyKeys(2);
    campaigns.end(
        campaign, 1, new CampaignCounts(4, 0, 1, 0, Map.of("OPTED_OUT", 1L, "NO_ADDRESS", 1L)));
    Campaign complete = campaigns.find(key).orElseThrow();
    assertThat(complete.state()).isEqualTo(State.COMPLETE);
    assertThat(complete.over()).isTrue();
    assertThat(complete.counts())
        .isEqualTo(new CampaignCounts(7, 1, 1, 0, Map.of("OPTED_OUT", 3L, "NO_ADDRESS", 1L)));
    assertThat(campaigns.begin(key)).isFalse();
  }

  @Test
  void onlyWhatHasNotBegunGivesWay() {
    CampaignKey begun = campaigns.create(campaign(key(DATE, "r1", ""), 1)).key();
    CampaignKey waiting = campaigns.create(campaign(key(DATE, "r2", ""), 1)).key();
    campaigns.begin(begun);
    assertThat(campaigns.supersede(begun)).isFalse();
    assertThat(campaigns.supersede(waiting)).isTrue();
    assertThat(campaigns.begin(waiting)).isFalse();
    assertThat(campaigns.find(waiting).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
  }
}
