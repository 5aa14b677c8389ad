/**
 * Work that is due at certain times: what there is, when each is due, and that each slot is worked
 * on once.
 */
package com.ceap.lambdas.jobs;
