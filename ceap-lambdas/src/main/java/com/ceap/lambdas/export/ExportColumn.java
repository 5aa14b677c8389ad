package com.ceap.lambdas.export;

/**
 * A column of an exported table.
 *
 * @param meaning one line for analysts
 */
public record ExportColumn(String name, ColumnType type, String meaning) {}
