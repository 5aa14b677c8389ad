package com.ceap.lambdas.channel;

import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import java.util.List;

/** The caps that hold for the messages of a program in a marketplace. Thread-safe. */
@FunctionalInterface
public interface Caps {
  List<SendCap> of(Program program, String marketplace);
}
