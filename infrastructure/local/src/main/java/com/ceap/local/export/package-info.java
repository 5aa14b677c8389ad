/** Questions to exported files, answered by DuckDB as Athena answers them on AWS. */
package com.ceap.local.export;
