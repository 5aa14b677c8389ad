/** Measures the batch against floors that are measured beside it, and holds its oracle in SQL. */
package com.ceap.local.bench;
