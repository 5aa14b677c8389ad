/**
 * What the platform keeps: table definitions, and repositories written once on the table port. They
 * implement the look-up ports of the model.
 */
package com.ceap.storage;
