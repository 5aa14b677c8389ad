/** Measures how functions start from cold, beside one that does nothing. */
package com.ceap.local.bench.functions;
