/**
 * The batch: Extract, then ETL, Filter and Score by chunk, then Select where a program asks for it,
 * then Store, then Complete.
 */
package com.ceap.lambdas.batch;
