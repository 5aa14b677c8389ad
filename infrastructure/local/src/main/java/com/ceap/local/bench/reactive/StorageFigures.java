package com.ceap.local.bench.reactive;

import com.ceap.local.bench.Spread;
import com.ceap.local.bench.load.Latencies;

/**
 * What deciding takes with a store.
 *
 * @param perSecond events a second, in several rounds
 * @param floorPerSecond the calls of as many events a second, made without deciding anything
 * @param callsOfStored to the store, for an event that becomes a candidate, at most
 * @param callsOfRejected to the store, for an event that a filter rejects, at most
 * @param rate at which the latency was measured: half of what was reached
 */
public record StorageFigures(
    long events,
    int workers,
    Spread perSecond,
    Spread floorPerSecond,
    int callsOfStored,
    int callsOfRejected,
    double rate,
    Latencies decision) {}
