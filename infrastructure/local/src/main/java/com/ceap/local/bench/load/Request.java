package com.ceap.local.bench.load;

/** What is put to something under load. Called by several threads. */
@FunctionalInterface
public interface Request {
  /**
   * Makes one request and waits for its end.
   *
   * @param index which, from 0
   */
  void make(long index);
}
