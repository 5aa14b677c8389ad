package com.ceap.local.bench.reactive;

import com.ceap.local.bench.Spread;
import com.ceap.local.bench.load.Latencies;

/**
 * What deciding takes without a store.
 *
 * @param stored which part of the events became candidates
 * @param perSecond events a second of one thread, by the clock on the wall, in several slices
 * @param perCpuSecond events for a second of processor time, that of the garbage collector and of
 *     the compilers included
 * @param floor the open loop with nothing to do
 * @param decision the open loop with a decision each
 */
public record CoreFigures(
    long events,
    double stored,
    Spread perSecond,
    double perCpuSecond,
    double rate,
    Latencies floor,
    Latencies decision) {}
