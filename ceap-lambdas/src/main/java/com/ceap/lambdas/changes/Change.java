package com.ceap.lambdas.changes;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.TableDefinition;
import java.time.Instant;

/**
 * One change of an item, as a stream tells it.
 *
 * @param at when it was made, to the second
 * @param removed whether the item is gone
 * @param item as it is after the change; of one that is gone its key
 */
record Change(TableDefinition table, Sequence sequence, Instant at, boolean removed, Item item) {}
