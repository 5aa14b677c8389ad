package com.ceap.lambdas.batch;

import com.ceap.model.ScoredCandidate;
import java.util.function.Predicate;

/**
 * Which scored candidates of a run are stored.
 *
 * @param kept how many
 */
record RunSelection(Predicate<ScoredCandidate> keeps, long kept) {}
