/** What DynamoDB Streams say of changes, kept as objects, and the change feed that reads them. */
package com.ceap.lambdas.changes;
