/** DynamoDB Local beside the platform: its process, and the tables on it. */
package com.ceap.local.dynamodb;
