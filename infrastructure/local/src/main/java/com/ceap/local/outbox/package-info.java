/**
 * Looks into the outbox of a data folder: what each message says, as its recipient would see it.
 */
package com.ceap.local.outbox;
