/**
 * Models that are trained anew on what was exported: the rows they learn from, what they are worth,
 * and the record of what was decided.
 */
package com.ceap.lambdas.retrain;
