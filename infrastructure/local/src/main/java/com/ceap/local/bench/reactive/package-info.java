/** Measures how events are decided: without a store, and with one beside its bare calls. */
package com.ceap.local.bench.reactive;
