/**
 * What several modules need to look up: narrow, batched, implemented by storage. A look-up that
 * fails throws; it never answers "absent". Implementations are thread-safe.
 */
package com.ceap.model.port;
