/** The function behind DynamoDB Streams. */
package com.ceap.lambdas.changes.aws;
