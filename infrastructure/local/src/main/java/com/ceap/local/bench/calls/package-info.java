/** Calls to a store: noted, counted, and made again without what led to them. */
package com.ceap.local.bench.calls;
