package com.ceap.local.bench.reactive;

import com.ceap.local.bench.load.Latencies;

/**
 * What deciding takes without a store.
 *
 * @param stored which part of the events became candidates
 * @param decision from an event's text to its candidate, what is looked up being at hand
 * @param stage all of the stage, its store's keys and items included, on a store that takes no time
 * @param floor the open loop with nothing to do
 * @param decided the open loop with a decision each
 * @param staged the open loop with all of the stage
 */
public record CoreFigures(
    long events,
    double stored,
    Throughput decision,
    Throughput stage,
    double rate,
    Latencies floor,
    Latencies decided,
    Latencies staged) {}
