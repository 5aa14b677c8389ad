/** Puts load on something, at a constant rate or as much as it takes, and times it. */
package com.ceap.local.bench.load;
