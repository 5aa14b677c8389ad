package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What claims and schedules keep to on every store. */
abstract class ReactiveStoresContract extends StoreContract {

  private static final Duration LEASE = Duration.ofSeconds(30);

  private DedupRepository claims;
  private ScheduleRepository schedules;

  ReactiveStoresContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    claims = new DedupRepository(tables.table(CeapTables.DEDUP));
    schedules = new ScheduleRepository(tables.table(CeapTables.SCHEDULES));
  }

  @Test
  void aClaimIsHeldUntilItsLeaseRunsOutAndTheNextOneHasAHigherFence() {
    Claim.Claimed first = claimed("k");
    assertThat(claim("k")).isEqualTo(new Claim.Held(clock.instant().plus(LEASE)));
    assertThat(claimed("other").fence()).isEqualTo(first.fence());
    clock.advance(LEASE.minusMillis(1));
    assertThat(claim("k")).isInstanceOf(Claim.Held.class);
    clock.advance(Duration.ofMillis(1));
    Claim.Claimed second = claimed("k");
    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(claims.complete(first, "late")).isFalse();
    assertThat(claims.release(first)).isFalse();
    assertThat(claims.complete(second, "STORED")).isTrue();
    assertThat(claims.complete(second, "STORED")).isFalse();
    clock.advance(LEASE);
    assertThat(claim("k")).isEqualTo(new Claim.Completed("STORED"));
  }

  @Test
  void aClaimThatIsGivenBackIsFreeAtOnce() {
    Claim.Claimed first = claimed("k");
    assertThat(claims.release(first)).isTrue();
    Claim.Claimed second = claimed("k");
    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(claims.complete(first, "late")).isFalse();
  }

  @Test
  void aVerdictIsForgottenWhenItExpiresThoughTheStoreHasNotDeletedIt() {
    Claim.Claimed first = claimed("k");
    claims.complete(first, "STORED");
    clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(claim("k")).isEqualTo(new Claim.Completed("STORED"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(claimed("k").fence()).isGreaterThan(first.fence());
    assertThat(claim("k")).isInstanceOf(Claim.Held.class);
  }

  @Test
  void aTouchIsScheduledOnceUnderItsName() {
    Instant now = clock.instant();
    DueTouch touch = touch("C#1", 1);
    schedules.schedule(touch, "email", now.plusSeconds(60));
    schedules.schedule(touch, "email", now.plusSeconds(90));
    settle();
    assertThat(schedules.nextDue()).contains(now.plusSeconds(60));
    assertThat(schedules.due(now.plusSeconds(59), 10)).isEmpty();
    ScheduledTouch due =
        new ScheduledTouch(touch.scheduleName(), "email", now.plusSeconds(60), touch);
    assertThat(schedules.due(now.plusSeconds(60), 10)).containsExactly(due);
    schedules.remove(due);
    schedules.remove(due);
    settle();
    assertThat(schedules.due(now.plusSeconds(90), 10)).isEmpty();
    assertThat(schedules.nextDue()).isEmpty();
  }

  @Test
  void removingATouchLeavesOneOfTheSameNameThatWasScheduledSince() {
    Instant at = clock.instant();
    schedules.schedule(touch("C", 1), "email", at);
    settle();
    ScheduledTouch first = schedules.due(at, 1).getFirst();
    schedules.remove(first);
    schedules.schedule(touch("C", 1), "email", at.plusNanos(1));
    schedules.remove(first);
    settle();
    assertThat(schedules.nextDue()).contains(at.plusNanos(1));
  }

  @Test
  void whatIsDueComesInTheOrderOfTimeHoweverLongNobodyAsked() {
    long seed = 20261121;
    Random random = new Random(seed);
    Instant start = clock.instant().minus(Duration.ofDays(3));
    List<ScheduledTouch> scheduled = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      DueTouch touch = touch("C" + i, 1 + random.nextInt(3));
      Instant at = start.plusMillis(random.nextLong(Duration.ofDays(6).toMillis()));
      String channelType = random.nextBoolean() ? "email" : "sms";
      scheduled.add(new ScheduledTouch(touch.scheduleName(), channelType, at, touch));
    }
    scheduled.forEach(one -> schedules.schedule(one.touch(), one.channelType(), one.at()));
    settle();
    scheduled.sort(Comparator.comparing(ScheduledTouch::at));
    assertThat(schedules.nextDue()).contains(scheduled.getFirst().at());
    List<ScheduledTouch> due =
        scheduled.stream().filter(one -> !one.at().isAfter(clock.instant())).toList();
    List<ScheduledTouch> swept = new ArrayList<>();
    for (List<ScheduledTouch> some = sweep(); !some.isEmpty(); some = sweep()) {
      swept.addAll(some);
    }
    assertThat(swept).as("seed " + seed).isEqualTo(due);
    assertThat(schedules.nextDue()).contains(scheduled.get(due.size()).at());
  }

  private List<ScheduledTouch> sweep() {
    List<ScheduledTouch> due = schedules.due(clock.instant(), 23);
    due.forEach(schedules::remove);
    settle();
    return due;
  }

  private Claim claim(String key) {
    Instant now = clock.instant();
    return claims.claim(key, now, LEASE, now.plus(Duration.ofDays(7)));
  }

  private Claim.Claimed claimed(String key) {
    Claim claim = claim(key);
    assertThat(claim).isInstanceOf(Claim.Claimed.class);
    return (Claim.Claimed) claim;
  }

  private static DueTouch touch(String customerId, int number) {
    CandidateKey key = new CandidateKey(customerId, "p", "US", new Subject("cart", "CART-1"));
    return new DueTouch(key, number, Instant.parse("2026-11-17T01:02:03.000004Z"), "v1", 0);
  }
}
