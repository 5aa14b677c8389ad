package com.ceap.local.sample;

import java.util.List;

/** What the sample shop sells. */
enum Category {
  ELECTRONICS(0, "Electronics", 120),
  FASHION(1, "Fashion", 45),
  HOME(2, "Home", 60),
  BEAUTY(3, "Beauty", 25),
  SPORTS(4, "Sports", 55),
  BOOKS(5, "Books", 18),
  TOYS(6, "Toys", 30),
  KITCHEN(7, "Kitchen", 40),
  GARDEN(8, "Garden", 50),
  MUSIC(9, "Music", 75);

  private static final List<Category> ALL = List.of(values());

  private final int position;
  private final String label;
  private final double medianUsd;

  Category(int position, String label, double medianUsd) {
    this.position = position;
    this.label = label;
    this.medianUsd = medianUsd;
  }

  static List<Category> all() {
    return ALL;
  }

  /** Its place in {@link #all()} and in a customer's tastes. */
  int position() {
    return position;
  }

  /** As tables and features name it. */
  String label() {
    return label;
  }

  double medianUsd() {
    return medianUsd;
  }
}
