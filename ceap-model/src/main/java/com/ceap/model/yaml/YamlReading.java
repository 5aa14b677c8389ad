package com.ceap.model.yaml;

import java.util.List;

/** What came of reading a text as YAML. */
public sealed interface YamlReading {
  /** A tree; where faults are named, a part of the text is left out of it. */
  record Read(YamlValue root, List<YamlFault> faults) implements YamlReading {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /** No tree at all. */
  record Unreadable(YamlFault fault) implements YamlReading {}
}
