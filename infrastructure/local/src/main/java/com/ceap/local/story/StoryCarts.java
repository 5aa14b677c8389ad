package com.ceap.local.story;

import com.ceap.local.sample.AbandonedCarts;
import com.ceap.local.story.StoryCart.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.LongStream;

/** The carts that are left within the half hour before the story begins. */
final class StoryCarts {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration LONG_AGO = Duration.ofDays(9);
  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

  private final AbandonedCarts carts;
  private final long seed;
  private final Instant begin;
  private final long before;

  /**
   * Carts of a shop.
   *
   * @param begin whole minutes; part of the carts' ids, so that another story has other carts
   * @param before how many events came before; a later story has other customers, or caps would
   *     turn most of them away
   */
  StoryCarts(AbandonedCarts carts, long seed, Instant begin, long before) {
    this.carts = carts;
    this.seed = seed;
    this.begin = begin;
    this.before = before;
  }

  List<StoryCart> first(int count) {
    return LongStream.range(0, count).mapToObj(number -> cart(number, count)).toList();
  }

  private StoryCart cart(long number, int count) {
    Kind kind = kind(new StoryDraws(seed, number, -1).uniform());
    long minutes = HALF_HOUR.toMinutes() * (count - 1 - number) / count;
    Instant at = kind == Kind.LATE ? begin.minus(LONG_AGO) : begin.minusSeconds(60 * minutes);
    String id = "CART-%s-%04d".formatted(RUN.format(begin), number + 1);
    return new StoryCart(number, id, carts.cart(before + number), at, kind);
  }

  private static Kind kind(double at) {
    if (at < 0.04) {
      return Kind.TWICE;
    }
    if (at < 0.06) {
      return Kind.GUEST;
    }
    if (at < 0.08) {
      return Kind.BROKEN;
    }
    return at < 0.09 ? Kind.LATE : Kind.PLAIN;
  }
}
