/** The recorded verdicts of a run, by which a decision can be explained later. */
package com.ceap.lambdas.trace;
