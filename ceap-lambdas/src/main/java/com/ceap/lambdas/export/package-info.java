/**
 * What analysts read: a day's candidates, deliveries and outcomes as Parquet, what Glue and Athena
 * need to know of it, and the questions that are asked first.
 */
package com.ceap.lambdas.export;
