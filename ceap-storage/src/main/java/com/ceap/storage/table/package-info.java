/**
 * A narrow port with just the DynamoDB semantics that the platform uses. Conditions and updates are
 * small sealed trees; distinct outcomes are distinct types.
 */
package com.ceap.storage.table;
