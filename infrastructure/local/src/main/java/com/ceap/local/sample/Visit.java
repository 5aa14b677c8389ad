package com.ceap.local.sample;

/**
 * A customer's dealings with one product on one day.
 *
 * @param rows how many rows of {@code product_interactions} report it
 * @param viewCount in the newest of the rows
 * @param purchased bought in the same session
 * @param dayOffset days from the business date, nearly always 0
 * @param secondOfDay when the newest of the rows was written, UTC
 */
record Visit(
    ProductTraits product,
    int rows,
    int viewCount,
    int timeSpent,
    boolean addToCart,
    boolean purchased,
    int dayOffset,
    int secondOfDay) {}
