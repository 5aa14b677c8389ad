package com.ceap.local.cost;

/**
 * One line of an estimate.
 *
 * @param from where the count comes from
 */
record Position(Price price, double count, String from) {
  double dollars() {
    return count * price.dollars();
  }
}
