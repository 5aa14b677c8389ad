package com.ceap.local.sample;

import java.sql.SQLException;

/** One table of the sample shop: its columns, and how its rows come about. */
interface SampleTable {
  String name();

  /** The columns in DuckDB's DDL, in the order in which rows are written. */
  String columns();

  /** How many steps {@link #write} takes, for the progress. */
  long steps();

  void write(RowWriter rows) throws SQLException;
}
