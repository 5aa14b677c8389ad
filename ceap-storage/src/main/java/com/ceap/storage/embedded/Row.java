package com.ceap.storage.embedded;

import com.ceap.storage.table.Key;

/**
 * An item as a row.
 *
 * @param indexed the values of the layout's index columns: String, Long, Double or null
 * @param expires epoch second or null
 */
@SuppressWarnings("ArrayRecordComponent") // lives from encoding to binding, never compared
record Row(Key key, Object[] indexed, Long expires, byte[] body) {}
