package com.ceap.filters.builtin;

import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import java.util.List;

/** The rules that a program asks for, each with its value, in the order they are asked. */
public record BusinessRules(List<Setting<?>> settings) {

  /** A rule and the value that a program gives it. */
  public record Setting<V>(BusinessRule<V> rule, V value) {
    public Setting {
      rule.validate(value);
    }

    Check check(Chunk chunk, Program program) {
      return rule.check(value, chunk, program);
    }

    List<SendCap> caps(Program program) {
      return rule.caps(value, program);
    }
  }

  public BusinessRules {
    settings = List.copyOf(settings);
  }
}
