package com.ceap.local.cost;

/**
 * What events came to, on average.
 *
 * @param stored of an event that became a candidate with its first touch scheduled
 * @param rejected of an event that a filter rejected
 * @param bytes of an event's text
 */
record EventCounts(
    long storedEvents,
    long rejectedEvents,
    RequestUnits stored,
    RequestUnits rejected,
    long bytes) {}
