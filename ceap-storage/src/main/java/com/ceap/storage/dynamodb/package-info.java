/** The table port on DynamoDB, with the AWS SDK for Java v2. */
package com.ceap.storage.dynamodb;
