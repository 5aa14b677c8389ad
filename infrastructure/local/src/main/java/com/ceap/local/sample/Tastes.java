package com.ceap.local.sample;

/** How much of a customer's interest each category has; the weights sum to 1. Immutable. */
final class Tastes {
  private final double[] weights;

  private Tastes(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.weights = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      this.weights[i] = weights[i] / sum;
    }
  }

  /** Some customers like one thing, some like everything: the spread of the tastes varies. */
  static Tastes drawn(Draws draws) {
    double focus = 4 * draws.uniform();
    double[] weights = new double[Category.all().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(focus * draws.normal());
    }
    return new Tastes(weights);
  }

  /** These tastes as somebody sees them from outside. */
  Tastes observed(Draws draws) {
    double[] seen = weights.clone();
    for (int i = 0; i < seen.length; i++) {
      seen[i] *= StrictMath.exp(0.3 * draws.normal());
    }
    return new Tastes(seen);
  }

  double of(Category category) {
    return weights[category.position()];
  }

  /** A category, drawn by weight. */
  Category category(Draws draws) {
    double at = draws.uniform();
    for (Category category : Category.all()) {
      at -= of(category);
      if (at < 0) {
        return category;
      }
    }
    return Category.all().getLast();
  }
}
