/**
 * Brings reference data into the store: customers, products, consents, devices, features, purchases
 * and contacts, out of files that a person names or out of the tables of a warehouse folder.
 */
package com.ceap.local.reference;
