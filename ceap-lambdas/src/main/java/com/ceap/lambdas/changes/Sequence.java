package com.ceap.lambdas.changes;

/**
 * DynamoDB's sequence number of a change: of two changes of one item the later has the higher one,
 * also when its shard was split in between.
 *
 * @param digits a whole number without leading zeros, up to 40 digits
 */
record Sequence(String digits) implements Comparable<Sequence> {
  Sequence {
    if (!digits.matches("[1-9][0-9]{0,39}")) {
      throw new IllegalArgumentException("no sequence number: '" + digits + "'");
    }
  }

  @Override
  public int compareTo(Sequence other) {
    int longer = Integer.compare(digits.length(), other.digits.length());
    return longer == 0 ? digits.compareTo(other.digits) : longer;
  }

  static Sequence later(Sequence one, Sequence other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
