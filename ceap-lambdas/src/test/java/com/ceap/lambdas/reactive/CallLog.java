package com.ceap.lambdas.reactive;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Notes the calls, and breaks off one where it is told to. Used by one thread. */
final class CallLog implements WatchedTables.Watch {
  /** What happens to the call. */
  enum Fault {
    /** The store refuses it. */
    REFUSED,
    /** The store does it, but the answer is lost. */
    ANSWER_LOST,
    /** The process dies before it. */
    DEAD_BEFORE,
    /** The process dies when it is done. */
    DEAD_AFTER;

    private boolean comesBefore() {
      return this == REFUSED || this == DEAD_BEFORE;
    }

    private boolean isTheEnd() {
      return this == DEAD_BEFORE || this == DEAD_AFTER;
    }
  }

  /** Stands for a process that dies. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final List<String> calls = new ArrayList<>();
  private int faulty = Integer.MAX_VALUE;
  private Fault fault = Fault.REFUSED;

  /** The nth call from now on meets a fault; of a process that died every later call does. */
  void breakOff(int call, Fault how) {
    calls.clear();
    faulty = call;
    fault = how;
  }

  /** From now on nothing goes wrong. */
  void live() {
    breakOff(Integer.MAX_VALUE, Fault.REFUSED);
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void before(String call) {
    calls.add(call);
    if (calls.size() == faulty && fault.comesBefore()) {
      meet(call);
    }
    if (calls.size() > faulty && fault.isTheEnd()) {
      throw new Death();
    }
  }

  @Override
  public void after(String call) {
    if (calls.size() == faulty) {
      meet(call);
    }
  }

  private void meet(String call) {
    if (fault.isTheEnd()) {
      throw new Death();
    }
    throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "no answer to " + call);
  }
}
