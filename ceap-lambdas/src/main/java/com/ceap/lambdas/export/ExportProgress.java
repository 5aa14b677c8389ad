package com.ceap.lambdas.export;

/** Hears how far an export is. */
@FunctionalInterface
public interface ExportProgress {
  ExportProgress NONE = what -> {};

  /** Called now and then with what is being done, such as {@code reading changes: 20,000}. */
  void show(String what);
}
