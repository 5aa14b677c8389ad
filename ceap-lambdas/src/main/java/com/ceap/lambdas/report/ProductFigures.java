package com.ceap.lambdas.report;

/** Orders of candidates about one product, with or without a message. */
public record ProductFigures(String productId, long converted, Money revenue) {
  ProductFigures plus(ProductFigures other) {
    return new ProductFigures(productId, converted + other.converted, revenue.plus(other.revenue));
  }
}
