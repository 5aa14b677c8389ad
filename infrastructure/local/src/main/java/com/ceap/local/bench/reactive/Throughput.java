package com.ceap.local.bench.reactive;

import com.ceap.local.bench.Spread;

/**
 * How much one thread gets done.
 *
 * @param perSecond by the clock on the wall, in several slices
 * @param perCpuSecond for a second of processor time, that of the garbage collector and of the
 *     compilers included
 */
public record Throughput(Spread perSecond, double perCpuSecond) {}
