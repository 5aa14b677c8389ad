package com.ceap.lambdas.report;

/**
 * What customers did with candidates that apps have shown them, by the day on which they did it.
 * All but impressions count each candidate, or customer, once a day.
 *
 * @param impressions how often candidates were shown
 * @param customers who saw any
 * @param shown candidates that were seen
 * @param clicked candidates that were followed
 * @param addedToCart candidates that were put into a cart
 * @param dismissed candidates that were waved away
 * @param converted candidates that the customer did what they ask for, as the app says; what was
 *     bought is counted with the orders
 */
public record Showings(
    long impressions,
    long customers,
    long shown,
    long clicked,
    long addedToCart,
    long dismissed,
    long converted) {
  public static final Showings NONE = new Showings(0, 0, 0, 0, 0, 0, 0);

  Showings plus(Showings other) {
    return new Showings(
        impressions + other.impressions,
        customers + other.customers,
        shown + other.shown,
        clicked + other.clicked,
        addedToCart + other.addedToCart,
        dismissed + other.dismissed,
        converted + other.converted);
  }

  /** Whether nothing was shown. */
  public boolean nothing() {
    return equals(NONE);
  }
}
