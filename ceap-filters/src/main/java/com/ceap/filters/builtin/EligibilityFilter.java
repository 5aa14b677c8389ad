package com.ceap.filters.builtin;

import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.CustomerLedger;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Lets candidates pass that were not bought, are not restricted and have not expired, on the
 * channels that the customer has not opted out of; a candidate may come out with fewer channels.
 */
final class EligibilityFilter implements Filter {
  private final String filterId;
  private final EligibilityParameters parameters;
  private final RestrictionCheck restrictions;
  private final ChannelCheck channels;
  private final Duration life;

  EligibilityFilter(String filterId, EligibilityParameters parameters, Program program) {
    this.filterId = filterId;
    this.parameters = parameters;
    this.restrictions =
        new RestrictionCheck(parameters.restrictedProducts(), parameters.restrictedCategories());
    this.channels = new ChannelCheck(new ProgramChannels(program));
    this.life = Duration.ofDays(program.candidateTTLDays());
  }

  @Override
  public String filterId() {
    return filterId;
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public FilterResult apply(List<Candidate> candidates, FilterContext context) {
    Chunk chunk = new Chunk(candidates, context);
    Function<Candidate, CustomerLedger> ledgers = chunk.ledgers();
    Check restricted = restrictions.check(chunk);
    PurchaseCheck purchased = new PurchaseCheck(purchasesSince(chunk.now()));
    Instant oldest = chunk.now().minus(life);
    return FilterResult.of(
        filterId,
        candidates,
        candidate -> {
          CustomerLedger ledger = ledgers.apply(candidate);
          Verdict verdict = expiry(candidate, oldest);
          if (verdict.unchanged() && parameters.excludePurchased()) {
            verdict = purchased.verdict(candidate, ledger);
          }
          if (verdict.unchanged()) {
            verdict = restricted.check(candidate);
          }
          return verdict.unchanged() ? channels.verdict(candidate, ledger) : verdict;
        });
  }

  private Instant purchasesSince(Instant now) {
    return parameters
        .purchaseWindowDays()
        .map(days -> now.minus(Duration.ofDays(days)))
        .orElse(Instant.MIN);
  }

  /** A cart is over when its candidate's life is. */
  private static Verdict expiry(Candidate candidate, Instant oldest) {
    boolean expired =
        candidate.subject().type().equals("cart") && !candidate.eventTime().isAfter(oldest);
    return expired
        ? Verdict.reject(
            "CART_EXPIRED", "the cart of " + candidate.eventTime() + " is not newer than " + oldest)
        : Verdict.pass();
  }
}
