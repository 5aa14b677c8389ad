/**
 * The whole story of abandoned carts on a sample shop: customers leave carts, time passes, messages
 * go out, some customers buy, and what became of it is read from the store.
 */
package com.ceap.local.story;
