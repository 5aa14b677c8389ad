package com.ceap.local.bench;

import java.util.Optional;

/**
 * What a measured process did.
 *
 * @param items raw records, or candidates where only Store is measured
 * @param seconds of the work alone, without starting the JVM
 * @param funnel where it decided something
 */
record ChildResult(long items, double seconds, Optional<Funnel> funnel) {}
