/**
 * The table port on SQLite in WAL mode, for one machine: durable when the process is killed,
 * readable by a second process; and a hostile wrapper that behaves as badly as DynamoDB may.
 */
package com.ceap.storage.embedded;
