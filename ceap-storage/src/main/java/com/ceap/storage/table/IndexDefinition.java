package com.ceap.storage.table;

/**
 * A secondary index: holds the items that have both its attributes. Items with equal sort keys come
 * in an order that is stable while the index rests, and otherwise unspecified.
 */
public record IndexDefinition(
    String name, KeyAttribute partition, KeyAttribute sort, Projection projection) {}
