package com.ceap.lambdas.report;

/**
 * A program's file.
 *
 * @param path from the project's folder, with slashes
 * @param text what it holds
 */
public record ProgramSource(String path, String text) {}
