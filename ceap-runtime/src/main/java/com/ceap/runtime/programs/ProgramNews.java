package com.ceap.runtime.programs;

/** Learns what happens to published programs, to tell people. Thread-safe; must not throw. */
public interface ProgramNews {
  /** For whom nothing is to be told. */
  ProgramNews NONE =
      new ProgramNews() {
        @Override
        public void unreadable(String programId, RuntimeException why) {}

        @Override
        public void unreachable(RuntimeException why) {}
      };

  /** The version that a program's pointer names cannot be read; the one before goes on, if any. */
  void unreadable(String programId, RuntimeException why);

  /** The pointers cannot be looked at; what they said last goes on. */
  void unreachable(RuntimeException why);
}
