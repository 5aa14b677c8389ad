/** The warehouse of one machine: Athena's SQL over a folder of files, answered by DuckDB. */
package com.ceap.local.warehouse;
