/** Keeps the best of all scored candidates of a run, between Score and Store. */
package com.ceap.lambdas.select;
